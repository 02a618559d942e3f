import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../shared/records/card.ts';
import { evidenceMark } from '../../shared/scene/pins.ts';
import { ChoiceSegments } from './fields/ChoiceSegments.tsx';
import { SceneDrawing } from './fields/SceneDrawing.tsx';

interface EvidenceFieldProps {
  /** Undefined when several things are shown that differ. */
  readonly value: Evidence | undefined;
  readonly aside?: string;
  readonly onWrite: (value: Evidence) => void;
}

const SAID = ['assumption', 'researched'] as const;

/** Whether something is assumed or researched; neither while nobody has said. */
export function EvidenceField({ value, aside, onWrite }: EvidenceFieldProps) {
  const { t } = useTranslation();
  return (
    <ChoiceSegments
      label={t('inspector.evidenceLabel')}
      {...(aside !== undefined && { aside })}
      value={SAID.find((each) => each === value) ?? null}
      options={SAID.map((each) => ({
        value: each,
        label: t(`inspector.evidence.${each}`),
        picture: (
          <SceneDrawing
            items={evidenceMark(each, 6, 6, 5.5, each === 'researched' ? 'river' : 'ink-2')}
            viewBox={[0, 0, 12, 12]}
            width={12}
          />
        ),
      }))}
      onWrite={(chosen) => onWrite(chosen ?? 'none')}
    />
  );
}
