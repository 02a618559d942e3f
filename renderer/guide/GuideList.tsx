import { Check } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../shared/records/ids.ts';
import type { Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication, useSettings } from '../ApplicationContext.ts';
import { openProject } from '../commands/openProject.ts';
import { Button } from '../controls/Button.tsx';
import styles from './GuideList.module.css';
import { GUIDE_MOVES, type GuideMove, movesDone } from './guideMoves.ts';

interface GuideListProps {
  readonly map: Id<'map'>;
  readonly records: Records;
}

/** Five moves that make a map, each ticked once the map shows it; the person may hide it. */
export function GuideList({ map, records }: GuideListProps) {
  const { t } = useTranslation();
  const app = useApplication();
  const titleId = useId();
  const isWanted = useSettings(({ settings }) => settings.guide);
  if (!isWanted) return null;
  const done = movesDone(records, map);
  const next = GUIDE_MOVES.find((move) => !done.has(move));
  const stages = indexRecords(records).children(map, 'stage').length;
  const hintOf = (move: GuideMove): string =>
    move === 'stages' && done.has(move) ? t('guide.stagesDone', { count: stages }) : t(`guide.${move}Hint`);
  return (
    <section className={styles.guide} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('guide.title')}</h2>
      <p>{t(next === undefined ? 'guide.finished' : 'guide.hint')}</p>
      <ol>
        {GUIDE_MOVES.map((move, at) => (
          <li key={move} data-state={done.has(move) ? 'done' : move === next ? 'next' : undefined}>
            <span className={styles.mark} aria-hidden="true">
              {done.has(move) ? <Check size={15} strokeWidth={2.4} /> : at + 1}
            </span>
            <div>
              <h3>
                {done.has(move) && <span className="visually-hidden">{t('guide.done')} </span>}
                {t(`guide.${move}`)}
              </h3>
              <p>{hintOf(move)}</p>
            </div>
          </li>
        ))}
      </ol>
      {next !== undefined && (
        <div className={styles.foot}>
          <Button onClick={() => openProject(app, () => app.bridge.openSample('sarah'))}>
            {t('guide.openSample')}
          </Button>
          <Button look="ghost" onClick={() => void app.bridge.changeSettings({ guide: false })}>
            {t('guide.hide')}
          </Button>
        </div>
      )}
    </section>
  );
}
