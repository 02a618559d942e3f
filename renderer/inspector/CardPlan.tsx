import { useTranslation } from 'react-i18next';
import { changeCards } from '../../shared/edits/cards.ts';
import type { CardKind } from '../../shared/records/card.ts';
import type { CardPartProps } from './cardPart.ts';
import { DateField } from './fields/DateField.tsx';
import fields from './fields/fields.module.css';
import { ImpactField } from './fields/ImpactField.tsx';
import { TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { sharedValue } from './sharedValue.ts';

/** Kinds that somebody does something about. */
const WEIGHED: readonly CardKind[] = ['pain', 'dropOff', 'opportunity', 'idea', 'companyAction'];

/** Who does something about it, by when, and whether it is worth it. */
export function CardPlan({ cards }: CardPartProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const ids = cards.map(({ id }) => id);
  const run = ids.join(' ');
  const owner = sharedValue(cards, (card) => card.owner);
  const impact = sharedValue(cards, (card) => card.impact);
  const effort = sharedValue(cards, (card) => card.effort);
  return (
    <>
      <div className={fields.pair}>
        <TextField
          label={t('inspector.owner')}
          value={owner ?? ''}
          placeholder={owner === undefined ? t('inspector.various') : undefined}
          onWrite={(text) => write(changeCards, { cards: ids, fields: { owner: text } }, `owner ${run}`)}
        />
        <DateField
          label={t('inspector.due')}
          value={sharedValue(cards, (card) => card.due)}
          onWrite={(due) => write(changeCards, { cards: ids, fields: { due } }, `due ${run}`)}
        />
      </div>
      {cards.every(({ kind }) => WEIGHED.includes(kind)) && (
        <ImpactField
          value={impact === undefined || effort === undefined ? null : { impact, effort }}
          onWrite={(both) => write(changeCards, { cards: ids, fields: both }, `impact ${run}`)}
        />
      )}
    </>
  );
}
