import { FileClock, FileWarning } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../../shared/i18n/formats.ts';
import type { FoundWork } from '../../shared/ipc/bridge.ts';
import { useApplication, useSession, useSettings } from '../ApplicationContext.ts';
import { discardUnsaved, openProject } from '../commands/openProject.ts';
import { Button } from '../controls/Button.tsx';
import { Question } from '../dialogs/Question.tsx';
import styles from './UnsavedWorkList.module.css';

/** Work of an earlier time that no file has: go on with it, or throw it away after being asked. */
export function UnsavedWorkList() {
  const { t } = useTranslation();
  const app = useApplication();
  const unsaved = useSession((session) => session.unsaved);
  const language = useSettings((settings) => settings.language);
  const [leaving, setLeaving] = useState<FoundWork | null>(null);
  if (unsaved.length === 0) return null;
  return (
    <section>
      <h2>
        {t('start.unsaved')} <span>{t('start.unsavedHint')}</span>
      </h2>
      <ul className={styles.works}>
        {unsaved.map((work) => (
          <li key={work.workId} className={styles.work} data-damaged={work.isDamaged}>
            {work.isDamaged ? <FileWarning size={20} aria-hidden="true" /> : <FileClock size={20} aria-hidden="true" />}
            <span className={styles.words}>
              <strong>{titleOf(work, t('app.untitled'))}</strong>
              {t(work.isDamaged ? 'start.unsavedDamaged' : 'start.unsavedEdits', {
                count: work.edits,
                when: formatWhen(language, t, work.lastEditAt, Date.now()),
              })}
            </span>
            <Button look="ghost" onClick={() => setLeaving(work)}>
              {t('start.discard')}
            </Button>
            {work.isDamaged ? (
              <Button onClick={() => openProject(app, () => app.bridge.salvageUnsaved(work.workId))}>
                {t('action.salvage')}
              </Button>
            ) : (
              <Button onClick={() => openProject(app, () => app.bridge.resumeUnsaved(work.workId))}>
                {t('start.resume')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Question
        open={leaving !== null}
        title={t('start.discardTitle', { title: leaving === null ? '' : titleOf(leaving, t('app.untitled')) })}
        text={t(leaving?.isDamaged ? 'start.discardDamaged' : 'start.discardText', { count: leaving?.edits ?? 0 })}
        onDismiss={() => setLeaving(null)}
      >
        <Button onClick={() => setLeaving(null)}>{t('action.cancel')}</Button>
        <Button
          look="main"
          onClick={() => {
            setLeaving(null);
            if (leaving !== null) void discardUnsaved(app, leaving.workId);
          }}
        >
          {t('start.discard')}
        </Button>
      </Question>
    </section>
  );
}

function titleOf(work: FoundWork, untitled: string): string {
  return work.title || (work.fileName ?? untitled);
}
