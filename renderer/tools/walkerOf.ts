import type { Id } from '../../shared/records/ids.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import type { ToolContext } from './tool.ts';

/**
 * Whose a new feeling is: the first persona's on the map. A project that knows nobody gets somebody with the point;
 * null where people are known and none of them is shown here, for only the person knows who is meant.
 */
export function walkerOf({ editor, layout, newPersonaName }: ToolContext): Id<'persona'> | { name: string } | null {
  const shown = layout()?.personas[0]?.id;
  const { records } = editor;
  if (shown !== undefined || records === undefined) return shown ?? null;
  return indexRecords(records).roots('persona').length === 0 ? { name: newPersonaName() } : null;
}
