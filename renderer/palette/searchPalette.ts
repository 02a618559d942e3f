import type { TFunction } from 'i18next';
import { COMMANDS, commandTitleKey, isOn } from '../../shared/commands/catalogue.ts';
import { type CommandId, isMainCommand, isWindowCommand } from '../../shared/commands/commandIds.ts';
import type { MenuFacts } from '../../shared/commands/menuFacts.ts';
import { foldText } from '../../shared/find/foldText.ts';
import { editWords } from '../../shared/i18n/editWords.ts';
import type { Platform } from '../../shared/ipc/bridge.ts';
import type { CardKind } from '../../shared/records/card.ts';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord, type MeanderRecord, type Records } from '../../shared/records/records.ts';
import { indexRecords, type RecordIndex } from '../../shared/store/recordIndex.ts';

/** What choosing an entry leads to. */
export type PaletteTarget =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'card'; readonly id: Id<'card'>; readonly cardKind: CardKind; readonly priority: number }
  | { readonly kind: 'stage'; readonly id: Id<'stage'> }
  | { readonly kind: 'step'; readonly id: Id<'step'> }
  | { readonly kind: 'persona'; readonly id: Id<'persona'> }
  | { readonly kind: 'map'; readonly id: Id<'map'> };

/** One line of the palette. */
export interface PaletteEntry {
  /** Known by this among all lines. */
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly target: PaletteTarget;
}

/** The groups of lines in the order in which they stand. */
export const PALETTE_GROUPS = ['cards', 'steps', 'commands', 'people', 'maps'] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** What a search in the palette found. */
export interface PaletteResult {
  readonly groups: readonly { readonly group: PaletteGroup; readonly entries: readonly PaletteEntry[] }[];
  readonly count: number;
  /** Whether there is more than is listed. */
  readonly more: boolean;
}

/** Where the palette looks. */
export interface PaletteWorld {
  readonly records: Records;
  readonly map: Id<'map'> | null;
  /** Whether something is selected: commands about it are listed then. */
  readonly selected: boolean;
  readonly platform: Platform;
  readonly t: TFunction;
  /** What undo and redo would do. */
  readonly names: Pick<MenuFacts, 'undo' | 'redo'>;
}

/** So many lines of one group are listed; the rest is found by typing more. */
const MOST = 30;
const PREFIXES: Readonly<Record<string, PaletteGroup>> = { '>': 'commands', '@': 'people', '#': 'steps' };
/** These only open what is open, or a menu that lists the same. */
const LEFT_OUT: ReadonlySet<CommandId> = new Set(['view.palette', 'view.menu']);

/** The words of a query, without the sign before them that names one group. */
export function readQuery(query: string): { readonly words: string; readonly only: PaletteGroup | null } {
  const only = PREFIXES[query.trimStart()[0] ?? ''] ?? null;
  const words = only === null ? query : query.trimStart().slice(1);
  return { words: words.trim(), only };
}

/** Finds commands, cards, steps, people and maps that say the words of a query, whatever their case and accents. */
export function searchPalette(world: PaletteWorld, query: string): PaletteResult {
  const { words, only } = readQuery(query);
  const sought = foldForSearch(words);
  const index = indexRecords(world.records);
  const find: Readonly<Record<PaletteGroup, () => readonly PaletteEntry[]>> = {
    commands: () => findCommands(world, sought),
    people: () => findPeople(world, index, sought),
    steps: () => findSteps(world, index, sought),
    cards: () => findCards(world, index, sought),
    maps: () => findMaps(world, index, sought),
  };
  // Without a word there is nothing to find among cards; what can be done is always worth a look.
  const groups = only !== null ? [only] : words === '' ? (['commands', 'maps'] as const) : PALETTE_GROUPS;
  const found = groups.map((group) => ({ group, entries: find[group]() })).filter(({ entries }) => entries.length > 0);
  const most = (group: PaletteGroup) => (group === 'commands' ? Number.POSITIVE_INFINITY : MOST);
  const listed = found.map(({ group, entries }) => ({ group, entries: entries.slice(0, most(group)) }));
  return {
    groups: listed,
    count: listed.reduce((sum, { entries }) => sum + entries.length, 0),
    more: found.some(({ group, entries }) => entries.length > most(group)),
  };
}

function findCommands({ t, platform, selected, names }: PaletteWorld, sought: string): readonly PaletteEntry[] {
  return COMMANDS.filter(({ id, contexts }) => {
    const enabled = contexts.includes('map') || (selected && contexts.includes('item'));
    return enabled && !LEFT_OUT.has(id) && (isWindowCommand(id) || isMainCommand(id));
  })
    .filter((command) => isOn(command, platform))
    .map((command): PaletteEntry => {
      const { id, menu } = command;
      const detail = menu?.in === 'view.theme' || menu?.in === 'view.language' ? t(`menu.${menu.in}`) : '';
      return { key: id, title: titleOf(t, id, names), detail, target: { kind: 'command', id } };
    })
    .filter(({ title, detail }) => says(`${title} ${detail}`, sought));
}

function titleOf(t: TFunction, id: CommandId, names: PaletteWorld['names']): string {
  if (id === 'map.undo') return editWords(t, 'undo', names.undo);
  if (id === 'map.redo') return editWords(t, 'redo', names.redo);
  return t(commandTitleKey(id));
}

/** Cards of the map shown, in reading order. */
function findCards({ records, map, t }: PaletteWorld, index: RecordIndex, sought: string): readonly PaletteEntry[] {
  if (map === null) return [];
  const places = stepPlaces(index, map);
  const found = index
    .children(map, 'lane')
    .filter(({ hidden }) => !hidden)
    .flatMap((lane) => index.children(lane.id, 'card').filter((card) => recordSays(card, sought)));
  const at = (id: Id<'step'>): number => places.get(id)?.at ?? 0;
  return [...found]
    .sort((a, b) => at(a.step) - at(b.step))
    .slice(0, MOST + 1)
    .map(({ id, kind, text, figure, step, priority }) => ({
      key: id,
      title: [figure, text].filter(Boolean).join(' '),
      detail: `${t(`kind.${kind}`)}, ${places.get(step)?.number ?? ''} ${getRecord(records, step)?.name ?? ''}`.trim(),
      target: { kind: 'card', id, cardKind: kind, priority },
    }));
}

function findSteps({ map, t }: PaletteWorld, index: RecordIndex, sought: string): readonly PaletteEntry[] {
  if (map === null) return [];
  return index.children(map, 'stage').flatMap((stage, stageAt): readonly PaletteEntry[] => {
    const heads: PaletteEntry[] = [];
    const number = `${stageAt + 1}`;
    const stageName = stage.name || t('outline.unnamed');
    if (says(`${number} ${stage.name}`, sought)) {
      heads.push({
        key: stage.id,
        title: `${number} ${stageName}`,
        detail: stage.goal,
        target: { kind: 'stage', id: stage.id },
      });
    }
    index.children(stage.id, 'step').forEach(({ id, name }, at) => {
      const title = `${number}.${at + 1} ${name || t('outline.unnamed')}`;
      if (says(title, sought)) heads.push({ key: id, title, detail: stageName, target: { kind: 'step', id } });
    });
    return heads;
  });
}

function findPeople({ t }: PaletteWorld, index: RecordIndex, sought: string): readonly PaletteEntry[] {
  return index
    .roots('persona')
    .filter(({ name, summary }) => says(`${name} ${summary}`, sought))
    .map(({ id, name, summary }) => ({
      key: id,
      title: name || t('left.unnamedPersona'),
      detail: summary,
      target: { kind: 'persona', id },
    }));
}

/** The other maps: by their title, or for what their cards say. */
function findMaps({ map: shown, t }: PaletteWorld, index: RecordIndex, sought: string): readonly PaletteEntry[] {
  return index.roots('map').flatMap((map): readonly PaletteEntry[] => {
    if (map.id === shown) return [];
    const count =
      sought === ''
        ? 0
        : index
            .children(map.id, 'lane')
            .flatMap((lane) => index.children(lane.id, 'card'))
            .filter((card) => recordSays(card, sought)).length;
    if (count === 0 && !says(map.title, sought)) return [];
    const detail = count > 0 ? t('palette.mentions', { count }) : t(`mapState.${map.state}`);
    return [{ key: map.id, title: map.title || t('left.untitledMap'), detail, target: { kind: 'map', id: map.id } }];
  });
}

/** The column and the number of every step of a map. */
function stepPlaces(
  index: RecordIndex,
  map: Id<'map'>,
): ReadonlyMap<Id<'step'>, { readonly at: number; readonly number: string }> {
  const steps = index
    .children(map, 'stage')
    .flatMap((stage, stageAt) =>
      index.children(stage.id, 'step').map(({ id }, at) => ({ id, number: `${stageAt + 1}.${at + 1}` })),
    );
  return new Map(steps.map(({ id, number }, at) => [id, { at, number }]));
}

const foldedRecords = new WeakMap<MeanderRecord, string>();

/** Whether a card says the words; its folded text is kept, since every letter typed asks again. */
function recordSays(card: MeanderRecord & { readonly type: 'card' }, sought: string): boolean {
  let folded = foldedRecords.get(card);
  if (folded === undefined) {
    folded = foldForSearch(`${card.figure} ${card.text}`);
    foldedRecords.set(card, folded);
  }
  return folded.includes(sought);
}

function says(text: string, sought: string): boolean {
  return foldForSearch(text).includes(sought);
}

/** Plain ASCII needs no more than its small letters, and most texts are that. */
function foldForSearch(text: string): string {
  return /^[ -~\n]*$/.test(text) ? text.toLowerCase() : foldText(text).text;
}
