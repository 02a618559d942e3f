import type { ChannelRecord } from '../records/channel.ts';
import type { CharacterTrait } from '../records/persona.ts';
import type { Box } from './box.ts';
import { uprightFont } from './font.ts';
import { CARD_GRID } from './personaCardGrid.ts';
import type { PersonaCardWords } from './personaCardWords.ts';
import { bottomOf, type PlacedText, type PlaceText } from './placeText.ts';

/** A channel a person uses, and how much she likes it: 1 to 5, 0 where nobody has said so. */
export interface LikedChannel {
  readonly channel: ChannelRecord;
  readonly liking: number;
}

/** Two words and where between them a person is. */
export interface CardTrait {
  readonly low: PlacedText;
  readonly high: PlacedText;
  readonly track: { readonly x: number; readonly y: number; readonly width: number };
  /** 0 at `low` to 1 at `high`. */
  readonly at: number;
}

/** A box with a heading: the character, or the channels. */
export interface CardPanel<Row> extends Box {
  readonly title: PlacedText;
  readonly rows: readonly Row[];
}

/** A channel with its icon, whose box begins left of the name. */
export interface CardChannel extends LikedChannel {
  readonly name: PlacedText;
  /** The upper edge of its icon. */
  readonly iconY: number;
  /** The middle of the first dot; null where nobody has said how much she likes it. */
  readonly dots: { readonly x: number; readonly y: number } | null;
}

/** What the panels are laid out of. */
export interface PanelContent {
  readonly traits: readonly CharacterTrait[];
  /** In the order in which they count. */
  readonly channels: readonly LikedChannel[];
  readonly words: Pick<PersonaCardWords, 'character' | 'channels'>;
}

/** The panels; null for one in which nothing would stand. */
export interface PersonaPanels {
  readonly character: CardPanel<CardTrait> | null;
  readonly channels: CardPanel<CardChannel> | null;
  readonly bottom: number;
}

/** Between a panel's edge and what stands in it; from a channel's icon to its name, and the room of its dots. px */
const PANEL_PADDING = 20;
const NAME_INDENT = 40;
const DOTS_HEIGHT = 12;

/** Lays out the panels beside each other, equally high; one that is alone takes half of the room. */
export function layPersonaPanels(
  { traits: all, channels, words }: PanelContent,
  top: number,
  room: number,
  place: PlaceText,
): PersonaPanels {
  const traits = all.filter(({ low, high }) => low !== '' || high !== '');
  const width = (room - CARD_GRID.columnGap) / 2;
  const count = (traits.length > 0 ? 1 : 0) + (channels.length > 0 ? 1 : 0);
  const second = CARD_GRID.margin + (count === 2 ? width + CARD_GRID.columnGap : 0);
  const character =
    traits.length > 0 ? layCharacter(words.character, traits, { x: CARD_GRID.margin, top, width }, place) : null;
  const liked = channels.length > 0 ? layChannels(words.channels, channels, { x: second, top, width }, place) : null;
  const height = Math.max(character?.height ?? 0, liked?.height ?? 0);
  return {
    character: character && { ...character, height },
    channels: liked && { ...liked, height },
    bottom: top + height,
  };
}

/** Where a panel stands: its left and upper edge, and how wide it is. px */
interface PanelPlace {
  readonly x: number;
  readonly top: number;
  readonly width: number;
}

/** Lays out a panel: its title, and below it the rows that `layRows` gives with what stands below the last of them. */
function layPanel<Row>(
  title: string,
  { x, top, width }: PanelPlace,
  place: PlaceText,
  layRows: (left: number, inner: number, y: number) => { readonly rows: readonly Row[]; readonly y: number },
): CardPanel<Row> {
  const inner = width - 2 * PANEL_PADDING;
  const left = x + PANEL_PADDING;
  const indent = CARD_GRID.headingIndent;
  const heading = place(title, uprightFont(16, 700), 22, left + indent, top + 16, inner - indent);
  const { rows, y } = layRows(left, inner, bottomOf(heading) + 10);
  return { title: heading, rows, x, y: top, width, height: y + PANEL_PADDING - 8 - top };
}

function layCharacter(
  title: string,
  traits: readonly CharacterTrait[],
  at: PanelPlace,
  place: PlaceText,
): CardPanel<CardTrait> {
  return layPanel(title, at, place, (left, inner, first) => {
    const word = inner * 0.28;
    let y = first;
    const rows = traits.map(({ low, high, value }): CardTrait => {
      const one = place(low, uprightFont(14), 20, left, y + 4, word);
      const other = place(high, uprightFont(14), 20, left + inner, y + 4, word);
      const track = { x: left + word + 14, y: y + 14, width: inner - 2 * word - 28 };
      y = Math.max(bottomOf(one), bottomOf(other), y + 24) + 5;
      return { low: one, high: other, track, at: value / 100 };
    });
    return { rows, y };
  });
}

function layChannels(
  title: string,
  channels: readonly LikedChannel[],
  at: PanelPlace,
  place: PlaceText,
): CardPanel<CardChannel> {
  return layPanel(title, at, place, (left, inner, first) => {
    const column = (inner - 16) / 2;
    const rows: CardChannel[] = [];
    let y = first;
    for (let index = 0; index < channels.length; index += 2) {
      const row = channels.slice(index, index + 2).map(({ channel, liking }, side): CardChannel => {
        const nameX = left + side * (column + 16) + NAME_INDENT;
        const nameTop = liking === 0 ? y + 6 : y;
        const name = place(channel.name, uprightFont(14), 20, nameX, nameTop, column - NAME_INDENT);
        return { channel, liking, name, iconY: y, dots: liking === 0 ? null : { x: nameX + 4, y: bottomOf(name) + 6 } };
      });
      rows.push(...row);
      y = Math.max(y + 32, ...row.map(({ name, dots }) => bottomOf(name) + (dots === null ? 6 : DOTS_HEIGHT))) + 8;
    }
    return { rows, y };
  });
}
