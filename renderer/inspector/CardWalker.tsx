import { useTranslation } from 'react-i18next';
import { changeCards } from '../../shared/edits/cards.ts';
import { getRecord } from '../../shared/records/records.ts';
import type { CardPartProps } from './cardPart.ts';
import { SelectField } from './fields/SelectField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { sharedValue } from './sharedValue.ts';

const EVERYBODY = '';

/** Whose card it is, on a map that somebody walks. */
export function CardWalker({ cards, records }: CardPartProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const map = sharedValue(cards, ({ lane }) => getRecord(records, lane)?.map);
  const walkers = map === undefined ? [] : (getRecord(records, map)?.personas ?? []);
  if (walkers.length === 0) return null;
  const persona = sharedValue(cards, (card) => card.persona);
  return (
    <SelectField
      label={t('inspector.whose')}
      value={persona === undefined ? null : (persona ?? EVERYBODY)}
      mixed={t('inspector.various')}
      options={[
        { value: EVERYBODY, label: t('inspector.everybody') },
        ...walkers.map((id) => ({
          value: id as string,
          label: getRecord(records, id)?.name || t('left.unnamedPersona'),
        })),
      ]}
      onWrite={(chosen) =>
        write(changeCards, {
          cards: cards.map(({ id }) => id),
          fields: { persona: walkers.find((id) => id === chosen) ?? null },
        })
      }
    />
  );
}
