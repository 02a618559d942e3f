import { LINE_FIELDS } from '../../shared/records/persona.ts';
import type { Json } from '../../shared/util/canonicalJson.ts';
import { orderKeys } from '../../shared/util/orderKey.ts';
import type { Draft, DraftFields, NameId, Refer } from './drafts.ts';
import { type Picture, readPicture } from './readPicture.ts';
import { SourceMistake } from './sourceMistake.ts';
import type { LinesSource, PersonaSource, ProjectSource } from './sourceSchema.ts';

/** Reads a file named in a source; undefined when there is none. */
export type ReadFile = (file: string) => Uint8Array | undefined;

/** The project and everything that belongs to no map. `takePicture` is given each picture's bytes. */
export function projectDrafts(
  source: ProjectSource,
  name: NameId,
  refer: Refer,
  readFile: ReadFile,
  takePicture: (picture: Picture) => void,
): readonly Draft[] {
  const project: Draft = { type: 'project', id: name('project', ''), fields: source.project, path: ['project'] };
  const keyed = <Part>(
    type: 'channel' | 'tag' | 'source' | 'persona',
    section: keyof ProjectSource,
    parts: Readonly<Record<string, Part>> | undefined,
    fieldsOf: (part: Part, key: string) => DraftFields,
  ): readonly Draft[] => {
    const entries = Object.entries(parts ?? {});
    const orders = orderKeys(entries.length);
    return entries.map(([key, part], at) => ({
      type,
      id: name(type, key),
      fields: { order: orders[at], ...fieldsOf(part, key) },
      path: [section, key],
    }));
  };
  const pictures = Object.entries(source.pictures ?? {}).map(([key, { file, shows }]): Draft => {
    const path = ['pictures', key];
    const bytes = readFile(file);
    if (bytes === undefined) throw new SourceMistake([...path, 'file'], `there is no file "${file}"`);
    const picture = readPicture(bytes);
    if (picture === undefined) throw new SourceMistake([...path, 'file'], `"${file}" is not a PNG`);
    takePicture(picture);
    const { hash, mime, width, height } = picture;
    return { type: 'asset', id: name('asset', key), fields: { hash, mime, width, height, description: shows }, path };
  });
  const notes = source.inbox ?? [];
  const noteOrders = orderKeys(notes.length);
  return [
    project,
    ...keyed('channel', 'channels', source.channels, ({ name, icon, offline }) => ({
      name,
      icon,
      online: !(offline ?? false),
    })),
    ...keyed('tag', 'tags', source.tags, (tag) => tag),
    ...keyed('source', 'research', source.research, (research) => research),
    ...pictures,
    ...keyed('persona', 'personas', source.personas, (persona, key) => personaFields(persona, key, refer)),
    ...notes.map(
      (text, at): Draft => ({
        type: 'note',
        id: name('note', `${at + 1}`),
        fields: { order: noteOrders[at], text },
        path: ['inbox', at],
      }),
    ),
  ];
}

function personaFields(persona: PersonaSource, key: string, refer: Refer): DraftFields {
  const { traits, sections, from, channels, portrait, line, ...same } = persona;
  const path = ['personas', key];
  return {
    ...same,
    ...Object.fromEntries(LINE_FIELDS.map((field) => [field, linesOf(persona[field])])),
    sections: sections?.map(({ kind, title, lines }) => ({ kind, title: title ?? '', lines: linesOf(lines) })),
    colour: line,
    traits: traits?.map(([low, high, value]) => ({ low, high, value })),
    sources: from?.map((source, at) => refer('source', source, [...path, 'from', at])),
    channels: Object.entries(channels ?? {}).map(([channel, liking]) => ({
      channel: refer('channel', channel, [...path, 'channels', channel]),
      liking,
    })),
    portrait: portrait && refer('asset', portrait, [...path, 'portrait']),
  };
}

function linesOf(lines: LinesSource = []): readonly Json[] {
  return lines.map((line) =>
    typeof line === 'string'
      ? { text: line, evidence: 'assumption' }
      : { text: line.researched, evidence: 'researched' },
  );
}
