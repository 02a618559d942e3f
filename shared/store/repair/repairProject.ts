import type { Id } from '../../records/ids.ts';
import { LIMITS } from '../../records/limits.ts';
import type { ProjectRecord } from '../../records/project.ts';
import { recordsOfType } from '../../records/records.ts';
import { makeRoomAtEnd } from '../placing.ts';
import { derivedId, type Mender, restore } from './mender.ts';

/** The same on every computer, so that two repaired copies still have one project when they are merged. */
const RESTORED_PROJECT: Id<'project'> = 'project:restored';

const WORDS = ['title', 'company', 'promise', 'note'] as const;

/** A file holds one project: a missing one is made, the words of a second one are kept in the first or in the inbox. */
export function repairProject(mender: Mender): void {
  const { tx } = mender;
  const [kept, ...others] = [...recordsOfType(tx.records, 'project')].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (kept === undefined) {
    restore(mender, RESTORED_PROJECT, 'project', {});
    mender.note('projectMade', RESTORED_PROJECT);
    return;
  }
  for (const other of others) joinProjects(mender, kept.id, other);
}

function joinProjects(mender: Mender, keptId: Id<'project'>, other: ProjectRecord): void {
  const { tx } = mender;
  const kept = tx.need(keptId);
  const free = WORDS.filter((field) => kept[field] === '');
  const left = WORDS.filter((field) => !free.includes(field) && other[field] !== '' && other[field] !== kept[field]);
  tx.put({ ...kept, ...Object.fromEntries(free.map((field) => [field, other[field]])) });
  for (const field of left) addToInbox(mender, other, other[field]);
  for (const comment of tx.children(other.id, 'comment')) tx.put({ ...comment, about: keptId });
  tx.remove(other.id);
  mender.note('projectsJoined', keptId);
}

function addToInbox(mender: Mender, project: ProjectRecord, text: string): void {
  const inbox = mender.tx.roots('note').filter(({ map }) => map === null);
  restore(mender, derivedId(mender, 'note', project.id), 'note', {
    text: text.slice(0, LIMITS.text),
    order: makeRoomAtEnd(mender.tx, inbox),
  });
}
