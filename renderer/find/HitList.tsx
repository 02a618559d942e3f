import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isFoundType, type TextHit } from '../../shared/find/findTexts.ts';
import { isLockedHit } from '../../shared/find/replaceTexts.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { useApplication, useDocument } from '../ApplicationContext.ts';
import { excerptOf, type Piece } from './excerpt.ts';
import styles from './FindPanel.module.css';

/** Hits that are listed at once; the others come when the words sought are more. */
const MOST = 200;

/** Every text that says the words sought, with what it is and where it stands. */
export function HitList() {
  const { t } = useTranslation();
  const { finder } = useApplication();
  const { hits, at, isReplacing, replacement } = useStore(finder.state);
  const records = useDocument((document) => document.records);
  const current = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row changes with the hit one stands at
  useEffect(() => current.current?.scrollIntoView?.({ block: 'nearest' }), [at]);
  if (records === null) return null;
  return (
    <ol className={styles.hits} aria-label={t('find.results')}>
      {hits.slice(0, MOST).map((hit, index) => (
        <li key={`${hit.id} ${hit.field} ${hit.path.join(' ')}`}>
          <button
            ref={index === at ? current : undefined}
            type="button"
            className={styles.hit}
            aria-current={index === at ? 'true' : undefined}
            onClick={() => finder.goTo(index)}
          >
            <span className={styles.place}>{placeWords(t, records, hit)}</span>
            <span dir="auto">
              <Pieces pieces={excerptOf(hit)} />
            </span>
            {isReplacing && (
              <span className={styles.after} dir="auto">
                {isLockedHit(records, hit) ? (
                  t('find.locked')
                ) : (
                  <Pieces pieces={excerptOf(hit)} replacement={replacement} />
                )}
              </span>
            )}
          </button>
        </li>
      ))}
      {hits.length > MOST && <li className={styles.more}>{t('find.more', { count: hits.length - MOST })}</li>}
    </ol>
  );
}

/** An excerpt with the words found in it marked, or with what replaces them. */
function Pieces({ pieces, replacement }: { readonly pieces: readonly Piece[]; readonly replacement?: string }) {
  return pieces.map(({ text, found }, at) => {
    const key = `${at} ${text}`;
    if (!found) return <span key={key}>{text}</span>;
    return replacement === undefined ? <mark key={key}>{text}</mark> : <ins key={key}>{replacement}</ins>;
  });
}

/** "Pain point · Sarah buys a dress · Searches". */
function placeWords(t: TFunction, records: Records, hit: TextHit): string {
  const record = records.get(hit.id);
  if (record === undefined || !isFoundType(record.type)) return '';
  const map = hit.map === null ? undefined : getRecord(records, hit.map);
  const seated = record.type === 'card' || record.type === 'emotion' ? record : undefined;
  const step = seated && getRecord(records, seated.step);
  const what = record.type === 'card' ? t(`kind.${record.kind}`) : t(`find.type.${record.type}`);
  const where = record.type === 'map' ? undefined : map?.title;
  const lane = seated && getRecord(records, seated.lane);
  const hidden = lane?.hidden === true ? t('find.hiddenLane') : undefined;
  return [what, where, step?.name, hidden].filter((word) => word !== undefined && word !== '').join(' · ');
}
