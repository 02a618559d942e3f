import type { RecordType } from '../records/ids.ts';
import type { RecordsDiff } from '../store/recordsDiff.ts';
import { EDIT_LABELS, type EditLabel } from './editLabels.ts';

/** What an edit is called: words under its label, in the plural that fits how many things it was about. */
export interface EditName {
  readonly label: EditLabel;
  /** How many cards, feelings, lanes or notes; 1 where the words count nothing. */
  readonly count: number;
}

/** Edits of several things at once: what is counted, and where in their diff it stands. */
const COUNTED: Partial<Record<EditLabel, readonly [type: RecordType, where: keyof RecordsDiff]>> = {
  'edit.changeCards': ['card', 'updated'],
  'edit.setCardKind': ['card', 'updated'],
  'edit.toggleInCards': ['card', 'updated'],
  'edit.lockCards': ['card', 'updated'],
  'edit.moveCards': ['card', 'updated'],
  'edit.shiftCards': ['card', 'updated'],
  'edit.nudgeCards': ['card', 'updated'],
  'edit.duplicateCards': ['card', 'added'],
  'edit.copyCards': ['card', 'added'],
  'edit.pasteCards': ['card', 'added'],
  'edit.bringPeople': ['persona', 'added'],
  'edit.pasteRows': ['card', 'added'],
  'edit.removeCards': ['card', 'removed'],
  'edit.changeFeelings': ['emotion', 'updated'],
  'edit.nudgeFeelings': ['emotion', 'updated'],
  'edit.removeFeelings': ['emotion', 'removed'],
  'edit.duplicateStages': ['stage', 'added'],
  'edit.duplicateSteps': ['step', 'added'],
  'edit.duplicateLanes': ['lane', 'added'],
  'edit.duplicateFeelings': ['emotion', 'added'],
  'edit.hideLanes': ['lane', 'updated'],
  'edit.lockLanes': ['lane', 'updated'],
  'edit.addNotes': ['note', 'added'],
  'edit.removeNotes': ['note', 'removed'],
  'edit.removeArrows': ['arrow', 'removed'],
};

/** The name of an edit as it stands in the history; null for one that has no words. */
export function nameEdit(edit: { readonly label: string; readonly diff: RecordsDiff }): EditName | null {
  const label = EDIT_LABELS.find((known) => known === edit.label);
  if (label === undefined) return null;
  const counted = COUNTED[label];
  if (counted === undefined) return { label, count: 1 };
  const [type, where] = counted;
  let count = 0;
  for (const id of edit.diff[where].keys()) if (id.startsWith(`${type}:`)) count += 1;
  return { label, count: Math.max(1, count) };
}
