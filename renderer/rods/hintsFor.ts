import type { CommandId } from '../../shared/commands/commandIds.ts';
import type { CardKind } from '../../shared/records/card.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { type EditingState, mayHaveLines } from '../editing/editingState.ts';
import type { MapKey } from '../help/mapKeys.ts';

/** What one is at, as far as keys differ; a text, so that the hints render anew only when it changes. */
export type Situation =
  | 'nothing'
  | 'cell'
  | 'feelingCell'
  | 'feeling'
  | 'stage'
  | 'step'
  | 'lane'
  | 'text'
  | 'name'
  | 'choosing'
  | 'linking'
  | `card ${CardKind}`
  | `many ${number}`;

/** What one is at. */
export function situationOf(
  { text, selection, place, choice, linking }: EditingState,
  records: Records | undefined,
): Situation {
  if (text !== null) return mayHaveLines(text.target) ? 'text' : 'name';
  if (choice !== null) return 'choosing';
  if (linking !== null) return 'linking';
  if (selection.length > 1) return `many ${selection.length}`;
  if (place === null || records === undefined) return 'nothing';
  switch (place.kind) {
    case 'card':
      return `card ${getRecord(records, place.id)?.kind ?? 'action'}`;
    case 'emotion':
      return 'feeling';
    case 'cell':
      return getRecord(records, place.lane)?.kind === 'emotions' ? 'feelingCell' : 'cell';
    default:
      return place.kind;
  }
}

/** One hint: the keys of a command or of the map, and a word for what they do (under `hints`). */
export interface Hint {
  readonly command?: CommandId;
  readonly keys?: MapKey;
  readonly word: HintWord;
}

export type HintWord =
  | 'go'
  | 'type'
  | 'all'
  | 'commands'
  | 'edit'
  | 'add'
  | 'evidence'
  | 'remove'
  | 'duplicate'
  | 'move'
  | 'better'
  | 'worse'
  | 'rename'
  | 'done'
  | 'next'
  | 'line'
  | 'nextThing'
  | 'setPoint'
  | 'zoom'
  | 'whole'
  | 'kind'
  | 'laneKind'
  | 'nothing'
  | 'target'
  | 'join';

const ALL_KEYS: Hint = { command: 'help.keys', word: 'all' };
const HEAD: readonly Hint[] = [
  { keys: 'enter', word: 'rename' },
  { keys: 'altArrows', word: 'move' },
  { command: 'map.remove', word: 'remove' },
  ALL_KEYS,
];

/** The four most useful keys for what one is at (UI.md section 13). */
export function hintsFor(situation: Situation): readonly Hint[] {
  if (situation.startsWith('card')) {
    return [
      { keys: 'enter', word: 'edit' },
      { command: 'item.add', word: 'add' },
      { command: 'item.evidence', word: 'evidence' },
      ALL_KEYS,
    ];
  }
  if (situation.startsWith('many')) {
    return [
      { keys: 'altArrows', word: 'move' },
      { command: 'map.duplicate', word: 'duplicate' },
      { command: 'map.remove', word: 'remove' },
      ALL_KEYS,
    ];
  }
  switch (situation) {
    case 'cell':
      return [
        { keys: 'letters', word: 'type' },
        { keys: 'arrows', word: 'go' },
        { keys: 'tab', word: 'nextThing' },
        { command: 'view.palette', word: 'commands' },
      ];
    case 'feelingCell':
      return [
        { keys: 'letters', word: 'setPoint' },
        { keys: 'arrows', word: 'go' },
        { keys: 'tab', word: 'nextThing' },
        { command: 'view.palette', word: 'commands' },
      ];
    case 'feeling':
      return [
        { command: 'item.raise', word: 'better' },
        { command: 'item.lower', word: 'worse' },
        { keys: 'enter', word: 'edit' },
        ALL_KEYS,
      ];
    case 'stage':
    case 'step':
    case 'lane':
      return HEAD;
    case 'choosing':
      return [
        { keys: 'letters', word: 'kind' },
        { keys: 'enter', word: 'laneKind' },
        { keys: 'escape', word: 'nothing' },
      ];
    case 'linking':
      return [
        { keys: 'arrows', word: 'target' },
        { keys: 'enter', word: 'join' },
        { keys: 'escape', word: 'nothing' },
      ];
    case 'text':
      return [
        { keys: 'enter', word: 'next' },
        { keys: 'shiftEnter', word: 'line' },
        { keys: 'tab', word: 'nextThing' },
        { keys: 'escape', word: 'done' },
      ];
    case 'name':
      return [
        { keys: 'enter', word: 'next' },
        { keys: 'tab', word: 'nextThing' },
        { keys: 'escape', word: 'done' },
      ];
    default:
      return [
        { keys: 'arrows', word: 'go' },
        { keys: 'wheel', word: 'zoom' },
        { command: 'view.zoomFit', word: 'whole' },
        ALL_KEYS,
      ];
  }
}
