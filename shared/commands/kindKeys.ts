import { CARD_KINDS, type CardKind } from '../records/card.ts';

/** The letter of each kind of card after N (UI.md section 4); a quotation has none. */
export const KIND_KEYS: Readonly<Partial<Record<CardKind, string>>> = {
  action: 'A',
  touchpoint: 'T',
  thought: 'H',
  question: 'Q',
  pain: 'P',
  opportunity: 'O',
  idea: 'I',
  companyAction: 'C',
  goal: 'G',
  measure: 'M',
  picture: 'U',
  dropOff: 'X',
};

/** The kind a pressed key stands for; undefined for any other key. */
export function kindOfKey(key: string): CardKind | undefined {
  const letter = key.toUpperCase();
  return CARD_KINDS.find((kind) => KIND_KEYS[kind] === letter);
}
