import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { changeArrow, removeArrows } from '../../shared/edits/arrows.ts';
import { arrowsAt } from '../../shared/edits/joinCards.ts';
import type { CardRecord } from '../../shared/records/card.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { readDocument } from '../../shared/store/mapParts.ts';
import { useApplication } from '../ApplicationContext.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { Field } from './fields/Field.tsx';
import { TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import styles from './inspector.module.css';

/** The arrows that begin or end on a card: where each leads, what it says, and the way to remove it. */
export function CardArrows({ card, records }: { readonly card: CardRecord; readonly records: Records }) {
  const { t } = useTranslation();
  const { editor } = useApplication();
  const write = useWrite();
  const labelId = useId();
  const arrows = arrowsAt(readDocument(records), card.id).flatMap((arrow) => {
    const leads = arrow.from === card.id;
    const otherId = leads ? arrow.to : arrow.from;
    const other = otherId === null ? undefined : getRecord(records, otherId);
    return other === undefined ? [] : [{ ...arrow, leads, other }];
  });
  if (arrows.length === 0) return null;
  return (
    <Field label={t('inspector.arrows')} labelId={labelId}>
      <ul className={styles.rows} aria-labelledby={labelId}>
        {arrows.map(({ id, label, leads, other }) => {
          const name = other.text === '' ? t(`inspector.kind.${other.kind}`) : other.text;
          const Icon = leads ? ArrowRight : ArrowLeft;
          return (
            <li key={id} className={styles.arrow}>
              <div className={styles.linked}>
                <button
                  type="button"
                  className={styles.rowButton}
                  onClick={() => editor.goTo({ kind: 'card', id: other.id })}
                >
                  <Icon size={15} aria-hidden="true" />
                  <span className={styles.rowWords}>{name}</span>
                </button>
                <IconButton
                  icon={X}
                  size={14}
                  label={t('inspector.unlink', { name })}
                  onClick={() => write(removeArrows, { arrows: [id] })}
                />
              </div>
              <TextField
                label={t('inspector.arrowWords', { name })}
                hideLabel
                placeholder={t('inspector.arrowWordsHint')}
                value={label}
                onWrite={(text) => write(changeArrow, { arrow: id, label: text }, `arrow ${id}`)}
              />
            </li>
          );
        })}
      </ul>
    </Field>
  );
}
