import { bringPeople, type People, peopleOf } from '../../shared/exchange/people.ts';
import type { OtherPeople } from '../../shared/ipc/bridge.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { Application } from '../application.ts';

/** Asks for another project and shows who is in it, to bring some of them into this one. */
export async function askPeople(app: Application): Promise<void> {
  const { documents, session, bridge, tools } = app;
  tools.sessions.end();
  const handle = documents.getState().document?.handle;
  if (handle === undefined || session.getState().people !== null) return;
  const outcome = await bridge.readPeople(handle);
  if (documents.getState().document?.handle !== handle) return;
  if (!outcome.ok) {
    if ('fault' in outcome.reason) session.setState({ notice: { kind: 'people', ...outcome.reason } });
  } else if (outcome.value.people.personas.length === 0) {
    const { fileName } = outcome.value;
    session.setState({ notice: { kind: 'people', fault: { code: 'nobody' }, fileName } });
  } else session.setState({ people: outcome.value });
}

/** Brings some people of another project onto the map, as one edit; one alone shows at once. */
export async function bringChosen(
  app: Application,
  { people, portraits }: OtherPeople,
  chosen: ReadonlySet<Id<'persona'>>,
): Promise<void> {
  const { editor, editing, session } = app;
  session.setState({ people: null });
  const wanted = withoutOthers(people, chosen);
  const came = await keepPortraits(app, wanted, portraits);
  const map = session.getState().map;
  const brought = editor.edit(bringPeople, { people: { ...wanted, assets: came }, map });
  if (brought === undefined) return;
  if (came.length < wanted.assets.length) editing.setState({ refusal: { code: 'pictureStayed', ids: [] } });
  const [first, ...others] = brought;
  if (first !== undefined && others.length === 0) session.setState({ persona: first });
}

/** These people with what stands on their pages alone. */
function withoutOthers(people: People, chosen: ReadonlySet<Id<'persona'>>): People {
  const { personas, channels, sources, assets } = people;
  const all = [...personas, ...channels, ...sources, ...assets];
  return peopleOf(new Map(all.map((record) => [record.id, record])), (id) => chosen.has(id));
}

/** Keeps the bytes of portraits in this project; gives those that are in it now. */
async function keepPortraits(
  { documents, bridge }: Application,
  { assets }: People,
  portraits: OtherPeople['portraits'],
): Promise<People['assets']> {
  const handle = documents.getState().document?.handle;
  const kept: People['assets'][number][] = [];
  for (const asset of assets) {
    const bytes = portraits.get(asset.hash);
    if (bytes === undefined || handle === undefined) continue;
    const hash = await bridge.putAsset(handle, asset.mime, bytes);
    if (hash.ok && hash.value === asset.hash) kept.push(asset);
  }
  return kept;
}
