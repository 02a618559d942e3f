import type { TextMeasurer } from '../layout/font.ts';
import { layPersonaCard, type PersonaCard, type PersonaCardContent } from '../layout/personaCard.ts';
import type { PersonaCardWords } from '../layout/personaCardWords.ts';
import type { Id } from '../records/ids.ts';
import { getRecord, type Records } from '../records/records.ts';
import { keep } from './laneParts.ts';
import { personaCardItems } from './personaCardItems.ts';
import type { PrintedPage } from './printedPage.ts';

/** mm: A4 upright. */
const PAGE = { width: 210, height: 297 } as const;

/** px a card may be wide: at the first 14 px of text are 9.8 pt on paper, at the widest 6.7 pt. */
const WIDTHS: readonly number[] = [850, 900, 950, 1000, 1050, 1100, 1150, 1200];
const WIDEST = 1250;

/** What the card of a person is made from. */
export interface PersonaCardRequest {
  readonly records: Records;
  readonly persona: Id<'persona'>;
  readonly words: PersonaCardWords;
  readonly measurer: TextMeasurer;
}

/** The page of a person as a card: A4, smaller where much is said, and longer where that is still not enough. */
export function buildPersonaCard({ records, persona: id, words, measurer }: PersonaCardRequest): PrintedPage {
  const persona = getRecord(records, id);
  if (persona === undefined) throw new Error(`There is no ${id}`);
  const content: PersonaCardContent = {
    persona,
    channels: persona.channels.flatMap(({ channel: id, liking }) => {
      const channel = getRecord(records, id);
      return channel === undefined ? [] : [{ channel, liking }];
    }),
    sources: persona.sources.flatMap((source) => getRecord(records, source) ?? []),
    words,
  };
  const ratio = PAGE.height / PAGE.width;
  const card = firstFitting(content, measurer, ratio);
  const { width, height } = card;
  const box = { x: 0, y: 0, width, height };
  const items = () => personaCardItems(persona, card, (asset) => getRecord(records, asset));
  return {
    scene: {
      width,
      height,
      background: 'paper',
      bands: [{ key: 'persona card', y: 0, height, parts: [keep('persona card', box, items)] }],
      heads: { x: 0, y: 0, width: 0, height: 0 },
      labels: { x: 0, y: 0, width: 0, height: 0 },
    },
    pageWidth: PAGE.width,
    pageHeight: height > width * ratio ? (PAGE.width * height) / width : PAGE.height,
  };
}

/** The card at the least width at which it fits the page, or at the greatest there is. */
function firstFitting(content: PersonaCardContent, measurer: TextMeasurer, ratio: number): PersonaCard {
  const lay = (width: number): PersonaCard => layPersonaCard(content, width, width * ratio, measurer);
  const fitting = WIDTHS.find((width) => lay(width).height <= width * ratio);
  return lay(fitting ?? WIDEST);
}
