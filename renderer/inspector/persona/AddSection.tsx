import { Plus } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { addSection } from '../../../shared/edits/personaSections.ts';
import { MOST_SECTIONS, type PersonaRecord, SECTION_KINDS } from '../../../shared/records/persona.ts';
import { Field } from '../fields/Field.tsx';
import { useWrite } from '../fields/useWrite.ts';
import styles from './persona.module.css';

/** The sections this person has not got yet, and one to be named. */
export function AddSection({ persona }: { readonly persona: PersonaRecord }) {
  const { t } = useTranslation();
  const write = useWrite();
  const labelId = useId();
  const { id, sections } = persona;
  if (sections.length >= MOST_SECTIONS) return null;
  const kinds = SECTION_KINDS.filter((kind) => kind === 'own' || sections.every((section) => section.kind !== kind));
  return (
    <Field label={t('persona.addSection')} labelId={labelId}>
      <ul className={styles.kinds} aria-labelledby={labelId}>
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" className={styles.kind} onClick={() => write(addSection, { persona: id, kind })}>
              <Plus size={14} aria-hidden="true" />
              {t(`persona.section.${kind}`)}
            </button>
          </li>
        ))}
      </ul>
    </Field>
  );
}
