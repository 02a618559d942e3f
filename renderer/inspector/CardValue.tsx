import { useTranslation } from 'react-i18next';
import { changeCards } from '../../shared/edits/cards.ts';
import { severityBars } from '../../shared/scene/pins.ts';
import type { CardPartProps } from './cardPart.ts';
import { ChoiceSegments } from './fields/ChoiceSegments.tsx';
import { SceneDrawing } from './fields/SceneDrawing.tsx';
import { SelectField } from './fields/SelectField.tsx';
import { TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { sharedValue } from './sharedValue.ts';

const SEVERITIES = ['1', '2', '3'] as const;
const PRIORITIES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** What only one kind of card has: how bad a pain point is, when an opportunity comes, a measure's figure. */
export function CardValue({ cards }: CardPartProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const ids = cards.map(({ id }) => id);
  const severity = sharedValue(cards, (card) => card.severity);
  const priority = sharedValue(cards, (card) => card.priority);
  switch (sharedValue(cards, ({ kind }) => kind)) {
    case 'pain':
      return (
        <ChoiceSegments
          label={t('inspector.severityLabel')}
          value={SEVERITIES.find((each) => each === String(severity)) ?? null}
          options={SEVERITIES.map((each) => ({
            value: each,
            label: t(`inspector.severity.${each}`),
            picture: each === String(severity) && <Bars severity={Number(each)} />,
          }))}
          onWrite={(chosen) => write(changeCards, { cards: ids, fields: { severity: Number(chosen ?? 0) } })}
        />
      );
    case 'opportunity':
      return (
        <SelectField
          label={t('inspector.priority')}
          value={PRIORITIES.find((each) => each === String(priority)) ?? null}
          mixed={t('inspector.various')}
          options={PRIORITIES.map((each) => ({
            value: each,
            label: each === '0' ? t('inspector.notSaid') : each === '1' ? t('inspector.goesFirst') : each,
          }))}
          onWrite={(chosen) => write(changeCards, { cards: ids, fields: { priority: Number(chosen) } })}
        />
      );
    case 'measure':
      return (
        <TextField
          label={t('inspector.figure')}
          placeholder={t('inspector.figureHint')}
          value={sharedValue(cards, ({ figure }) => figure) ?? ''}
          onWrite={(figure) => write(changeCards, { cards: ids, fields: { figure } }, `figure ${ids.join(' ')}`)}
        />
      );
    default:
      return null;
  }
}

function Bars({ severity }: { readonly severity: number }) {
  return <SceneDrawing items={severityBars(severity, 0, 12)} viewBox={[0, 0, 19, 13]} width={19} />;
}
