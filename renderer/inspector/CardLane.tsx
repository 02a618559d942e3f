import { useTranslation } from 'react-i18next';
import { moveToLane } from '../../shared/edits/moveCards.ts';
import { KINDS_OF_LANE } from '../../shared/records/lane.ts';
import { getRecord } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import type { CardPartProps } from './cardPart.ts';
import { SelectField } from './fields/SelectField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { sharedValue } from './sharedValue.ts';

/** The lane cards stand in; in another one each becomes what that lane takes. */
export function CardLane({ cards, records }: CardPartProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const map = sharedValue(cards, ({ lane }) => getRecord(records, lane)?.map);
  if (map === undefined) return null;
  const own = sharedValue(cards, ({ lane }) => lane);
  const lanes = indexRecords(records)
    .children(map, 'lane')
    .filter(({ id, kind, locked }) => id === own || (KINDS_OF_LANE[kind].length > 0 && !locked));
  return (
    <SelectField
      label={t('inspector.lane')}
      value={own ?? null}
      mixed={t('inspector.various')}
      options={lanes.map(({ id, name, kind }) => ({ value: id, label: name || t(`laneKind.${kind}`) }))}
      onWrite={(lane) => write(moveToLane, { cards: cards.map(({ id }) => id), lane })}
    />
  );
}
