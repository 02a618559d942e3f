import type { MissingRecord, SalvageReport } from '../ipc/projectStore.ts';
import { RECORD_TYPES, type RecordType } from '../records/ids.ts';
import type { Translate } from './translator.ts';

/** What a salvage took over and what is missing, in sentences; lists begin with a dash. */
export function salvageWords(translate: Translate, report: SalvageReport): readonly string[] {
  const { records, missing, known, missingPictures, mended } = report;
  const lines = [translate('salvage.kept', { count: records })];
  if (missing === 0 && missingPictures === 0) return [...lines, translate('salvage.nothingMissing')];
  if (missing > 0) lines.push(translate('salvage.missing', { count: missing }));
  for (const type of RECORD_TYPES) {
    const ofType = known.filter((record) => record.type === type);
    if (ofType.length > 0) lines.push(`– ${typeWords(translate, type, ofType)}`);
  }
  const unknown = missing - known.length;
  if (unknown > 0) lines.push(`– ${translate('salvage.unknown', { count: unknown })}`);
  if (missingPictures > 0) lines.push(translate('salvage.pictures', { count: missingPictures }));
  if (mended > 0) lines.push(translate('salvage.mended', { count: mended }));
  return lines;
}

/** "2 cards: “Parcel at the door”, “Ask the neighbour”". */
function typeWords(translate: Translate, type: RecordType, records: readonly MissingRecord[]): string {
  const count = translate(`salvage.type.${type}`, { count: records.length });
  const quoted = records.flatMap(({ words }) => (words === '' ? [] : [translate('cli.quoted', { text: words })]));
  return quoted.length === 0 ? count : `${count}: ${quoted.join(', ')}`;
}
