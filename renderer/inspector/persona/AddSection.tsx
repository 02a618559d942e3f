import { Plus } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { addSection } from '../../../shared/edits/personaSections.ts';
import { MOST_SECTIONS, type PersonaRecord, SECTION_KINDS, type SectionKind } from '../../../shared/records/persona.ts';
import { Field } from '../fields/Field.tsx';
import { useWrite } from '../fields/useWrite.ts';
import styles from './persona.module.css';

interface AddSectionProps {
  readonly persona: PersonaRecord;
  /** Told the place of a section that was added. */
  readonly onAdd: (at: number) => void;
}

/** The sections this person has not got yet, and one to be named. */
export function AddSection({ persona, onAdd }: AddSectionProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const labelId = useId();
  const { id, sections } = persona;
  if (sections.length >= MOST_SECTIONS) return null;
  const add = (kind: SectionKind): void => {
    write(addSection, { persona: id, kind });
    onAdd(sections.length);
  };
  const kinds = SECTION_KINDS.filter((kind) => kind === 'own' || sections.every((section) => section.kind !== kind));
  return (
    <Field label={t('persona.addSection')} labelId={labelId}>
      <ul className={styles.kinds} aria-labelledby={labelId}>
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" className={styles.kind} onClick={() => add(kind)}>
              <Plus size={14} aria-hidden="true" />
              {t(`persona.section.${kind}`)}
            </button>
          </li>
        ))}
      </ul>
    </Field>
  );
}
