import type { LucideIcon } from 'lucide-react';
import type { CommandId, WindowCommandId } from '../../shared/commands/commandIds.ts';
import type { CardKind } from '../../shared/records/card.ts';
import type { PersonaColour } from '../../shared/records/persona.ts';
import type { StageColour } from '../../shared/records/stage.ts';
import type { Application } from '../application.ts';
import { runCommand } from '../commands/runCommand.ts';

/** One line of the map's menu, or a submenu. */
export type MapMenuEntry =
  | { readonly kind: 'line' }
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly label: string;
      readonly icon?: LucideIcon;
      /** A kind of card, shown by its pin. */
      readonly pin?: CardKind;
      /** A colour of stages or people, shown as a swatch. */
      readonly swatch?: StageColour | PersonaColour;
      /** The command whose keys do the same. */
      readonly command?: CommandId;
      readonly keys?: readonly string[];
      /** Whether it is the one chosen of its submenu. */
      readonly chosen?: boolean;
      readonly danger?: boolean;
      readonly run: () => void;
    }
  | {
      readonly kind: 'menu';
      readonly id: string;
      readonly label: string;
      readonly icon: LucideIcon;
      readonly entries: readonly MapMenuEntry[];
    };

/** Between groups. */
export const LINE: MapMenuEntry = { kind: 'line' };

/** A command of the catalogue, with its keys. */
export function command(app: Application, id: WindowCommandId, icon: LucideIcon): MapMenuEntry & { kind: 'item' } {
  return { ...item(id, app.i18n.t(`command.${id}`), icon, () => void runCommand(app, id)), command: id };
}

/** Something that is done at once. */
export function item(
  id: string,
  label: string,
  icon: LucideIcon | undefined,
  run: () => void,
): MapMenuEntry & { kind: 'item' } {
  return { kind: 'item', id, label, run, ...(icon === undefined ? {} : { icon }) };
}

/** More entries behind one. */
export function submenu(id: string, label: string, icon: LucideIcon, entries: readonly MapMenuEntry[]): MapMenuEntry {
  return { kind: 'menu', id, label, icon, entries };
}
