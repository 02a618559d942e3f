import { useTranslation } from 'react-i18next';
import { addAsset, type NewAsset } from '../../../shared/edits/assets.ts';
import { defineEdit } from '../../../shared/edits/defineEdit.ts';
import { changePersona } from '../../../shared/edits/personas.ts';
import type { Id } from '../../../shared/records/ids.ts';
import type { PersonaRecord } from '../../../shared/records/persona.ts';
import { Portrait } from '../../panels/Portrait.tsx';
import { useWrite } from '../fields/useWrite.ts';
import { PictureButtons } from '../PictureButtons.tsx';
import styles from './persona.module.css';

const setPortrait = defineEdit(
  'edit.changePersona',
  (tx, { persona, picture }: { readonly persona: Id<'persona'>; readonly picture: NewAsset }) => {
    changePersona.run(tx, { persona, fields: { portrait: addAsset.run(tx, picture).id } });
  },
);

/** Pixels of the longer side a portrait is kept with: sharp on a poster at twice its size there. */
const LONGEST_SIDE = 1024;

/** A person's picture, chosen from a file. */
export function PersonaPortrait({ persona }: { readonly persona: PersonaRecord }) {
  const { t } = useTranslation();
  const write = useWrite();
  return (
    <fieldset className={styles.portrait} aria-label={t('persona.portrait')}>
      <span className={styles.frame}>
        <Portrait persona={persona} size={132} />
      </span>
      <PictureButtons
        has={persona.portrait !== null}
        longestSide={LONGEST_SIDE}
        onTake={(picture) => write(setPortrait, { persona: persona.id, picture })}
        onRemove={() => write(changePersona, { persona: persona.id, fields: { portrait: null } })}
      />
    </fieldset>
  );
}
