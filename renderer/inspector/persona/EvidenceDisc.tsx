import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineEvidence } from '../../../shared/records/persona.ts';
import { evidenceMark } from '../../../shared/scene/pins.ts';
import { SceneDrawing } from '../fields/SceneDrawing.tsx';
import styles from './persona.module.css';

interface EvidenceDiscProps {
  /** What the line is called, such as "Goals, line 1". */
  readonly line: string;
  readonly evidence: LineEvidence;
  readonly onWrite: (evidence: LineEvidence) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

/** The mark before a line, filled where it is researched and dotted where it is assumed; pressing it, or E, turns it. */
export function EvidenceDisc({ line, evidence, onWrite, onKeyDown }: EvidenceDiscProps) {
  const { t } = useTranslation();
  const turn = (): void => onWrite(evidence === 'researched' ? 'assumption' : 'researched');
  return (
    <button
      type="button"
      className={styles.disc}
      aria-label={t('persona.evidenceOf', { line })}
      aria-pressed={evidence === 'researched'}
      aria-keyshortcuts="E"
      title={t(`inspector.evidence.${evidence}`)}
      onClick={turn}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === 'e' && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          turn();
        } else onKeyDown(event);
      }}
    >
      <SceneDrawing items={evidenceMark(evidence, 6, 6, 5.5, 'ink-2')} viewBox={[0, 0, 12, 12]} width={12} />
    </button>
  );
}
