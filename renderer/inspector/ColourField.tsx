import { useTranslation } from 'react-i18next';
import { STAGE_COLOURS, type StageColour } from '../../shared/records/stage.ts';
import fields from './fields/fields.module.css';
import { Swatches } from './fields/Swatches.tsx';

interface ColourFieldProps {
  readonly value: StageColour | null;
  readonly onWrite: (colour: StageColour) => void;
}

/** One of the seven colours of the land. */
export function ColourField({ value, onWrite }: ColourFieldProps) {
  const { t } = useTranslation();
  return (
    <Swatches
      label={t('inspector.colourLabel')}
      value={value}
      options={STAGE_COLOURS.map((colour) => ({
        value: colour,
        label: t(`inspector.colour.${colour}`),
        picture: <span className={fields.colour} style={{ background: `var(--${colour})` }} />,
      }))}
      onWrite={onWrite}
    />
  );
}
