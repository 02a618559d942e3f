import type { CardRecord } from '../records/card.ts';
import type { ChannelRecord } from '../records/channel.ts';
import { type TextMeasurer, uprightFont } from './font.ts';
import { type TextBlock, wrapText } from './textLayout.ts';

/** What a touchpoint's size hangs on besides its record. */
export interface TouchpointContext {
  readonly measurer: TextMeasurer;
  channel(id: ChannelRecord['id']): ChannelRecord | undefined;
  readonly onlineWord: string;
  readonly offlineWord: string;
}

/** A touchpoint measured for one width: a token with its name and channels below; px from the top left of its box. */
export interface TouchpointSize {
  readonly height: number;
  readonly online: boolean;
  /** A Lucide icon name. */
  readonly icon: string;
  readonly name: TextBlock;
  readonly nameY: number;
  readonly channels: TextBlock;
  readonly channelsY: number;
}

/** The token's centre from the box's top left, and its radius (an offline square reaches 19). */
export const TOKEN = { x: 20, y: 24, radius: 20 } as const;

/** The icon of a touchpoint that names no channel. */
const PLAIN_ICON = 'waypoints';

/** Measures a touchpoint for a width in px: token, name at +64 px, channels at +81 px for one line of name. */
export function sizeTouchpoint(
  card: CardRecord,
  width: number,
  context: TouchpointContext,
  lendWord = true,
): TouchpointSize {
  const known = card.channels.flatMap((id) => context.channel(id) ?? []);
  const first = known[0];
  const online = first?.online ?? true;
  const wrap = (text: string, size: number, weight: 500 | 600, lineHeight: number): TextBlock =>
    wrapText(text, {
      width: width - 2,
      font: uprightFont(size, weight),
      lineHeight,
      measurer: context.measurer,
      lendWord,
    });
  const name = wrap(card.text, 15, 600, 19);
  const channelLine = [online ? context.onlineWord : context.offlineWord, ...known.map((channel) => channel.name)].join(
    ', ',
  );
  const channels = wrap(known.length === 0 ? '' : channelLine, 12.5, 500, 16);
  const nameY = 64;
  const channelsY = nameY + Math.max(1, name.lines.length) * name.lineHeight - 2;
  const bottom =
    channels.lines.length === 0
      ? nameY + Math.max(0, name.lines.length - 1) * 19 + 4
      : channelsY + (channels.lines.length - 1) * 16 + 4;
  return { height: bottom, online, icon: card.icon || first?.icon || PLAIN_ICON, name, nameY, channels, channelsY };
}
