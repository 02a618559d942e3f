import { useTranslation } from 'react-i18next';
import { defineEdit } from '../../../shared/edits/defineEdit.ts';
import { changePersona } from '../../../shared/edits/personas.ts';
import { addSource } from '../../../shared/edits/sources.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { type PersonaRecord, saidLines } from '../../../shared/records/persona.ts';
import type { Records } from '../../../shared/records/records.ts';
import { Field } from '../fields/Field.tsx';
import { useWrite } from '../fields/useWrite.ts';
import { SourceList } from '../SourceList.tsx';
import styles from './persona.module.css';

interface WhatIsKnownProps {
  readonly persona: PersonaRecord;
  readonly records: Records;
}

/** A sentence begins with these as words. */
const WRITTEN_NUMBERS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const addSourceToPersona = defineEdit(
  'edit.addSource',
  (tx, { persona, name }: { readonly persona: Id<'persona'>; readonly name: string }) => {
    const { id } = addSource.run(tx, { fields: { name } });
    changePersona.run(tx, { persona, fields: { sources: [...tx.need(persona).sources, id] } });
  },
);

/** How many of the lines about a person are researched, what they are known from, and what is still assumed. */
export function WhatIsKnown({ persona, records }: WhatIsKnownProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const { id, sources } = persona;
  const lines = saidLines(persona);
  const researched = lines.filter(({ evidence }) => evidence === 'researched').length;
  const assumed = lines.length - researched;
  const written = WRITTEN_NUMBERS.find((number) => number === assumed);
  const set = (next: readonly Id<'source'>[]): void => {
    write(changePersona, { persona: id, fields: { sources: next } });
  };
  return (
    <>
      <Field
        label={persona.name === '' ? t('persona.knownUnnamed') : t('persona.known', { name: persona.name })}
        {...(lines.length > 0 && { aside: t('persona.researchedOf', { researched, count: lines.length }) })}
      >
        {lines.length > 0 && (
          <div className={styles.boxes} aria-hidden="true">
            {lines.map((_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of boxes that are told apart by nothing but their place
              <i key={at} data-on={at < researched ? '' : undefined} />
            ))}
          </div>
        )}
        <SourceList
          sources={sources}
          records={records}
          offered={(source) => !sources.includes(source)}
          onTake={(source) => set([...sources, source])}
          onTakeOff={(source) => set(sources.filter((each) => each !== source))}
          onAdd={(name) => write(addSourceToPersona, { persona: id, name })}
        />
      </Field>
      {assumed > 0 && (
        <p className={styles.assumed}>
          {written === undefined
            ? t('persona.assumed', { count: assumed })
            : t('persona.assumedWritten', { number: t(`persona.number.${written}`) })}
        </p>
      )}
    </>
  );
}
