import { areJoined, joinCards, separateCards } from '../../shared/edits/joinCards.ts';
import type { Hit } from '../../shared/layout/hitTest.ts';
import type { Id } from '../../shared/records/ids.ts';
import { readDocument } from '../../shared/store/mapParts.ts';
import type { WindowRefusal } from '../editing/editingState.ts';
import type { ToolContext } from './tool.ts';

/** Arrows between cards: at once between two that are selected, else to one that is pointed to next. */
export class LinkActions {
  private readonly context: ToolContext;

  constructor(context: ToolContext) {
    this.context = context;
  }

  /** Joins two selected cards, or parts them when they are joined; for one selected card asks for the other. */
  start(): void {
    const { editing } = this.context;
    if (this.choose()) return;
    const { selection } = editing.getState();
    const cards = selection.filter(isCard);
    const [from, to] = cards;
    if (from === undefined || cards.length > 2 || cards.length < selection.length) this.refuse('linkNeedsCards');
    else if (to !== undefined) this.toggle(from, to, cards);
    else editing.setState({ linking: from, refusal: null });
  }

  /** Takes the card on which the keyboard stands. False when none is sought. */
  choose(): boolean {
    const { linking, place } = this.context.editing.getState();
    if (linking === null) return false;
    if (place?.kind === 'card' && place.id !== linking) this.toggle(linking, place.id, [linking]);
    else this.refuse('linkNeedsTarget');
    return true;
  }

  /** Takes the card that was clicked; a click elsewhere gives up. */
  press(hit: Hit | null): void {
    const { linking } = this.context.editing.getState();
    if (linking !== null && hit?.kind === 'card' && hit.card !== linking) this.toggle(linking, hit.card, [linking]);
    else this.cancel();
  }

  /** Seeks no card any more. False when none was sought. */
  cancel(): boolean {
    const { editing, editor } = this.context;
    const { linking } = editing.getState();
    if (linking === null) return false;
    editing.setState({ linking: null });
    if (editor.records?.has(linking)) editor.select([linking]);
    return true;
  }

  private toggle(from: Id<'card'>, to: Id<'card'>, select: readonly Id<'card'>[]): void {
    const { editing, editor } = this.context;
    const { records } = editor;
    editing.setState({ linking: null });
    if (records === undefined) return;
    const verb = areJoined(readDocument(records), from, to) ? separateCards : joinCards;
    editor.edit(verb, { from, to }, { select: () => select });
  }

  private refuse(code: WindowRefusal['code']): void {
    this.context.editing.setState({ refusal: { code, ids: [] } });
  }
}

function isCard(id: Id): id is Id<'card'> {
  return id.startsWith('card:');
}
