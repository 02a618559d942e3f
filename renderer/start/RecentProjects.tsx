import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../../shared/i18n/formats.ts';
import { useApplication, useSession, useSettings } from '../ApplicationContext.ts';
import { forgetRecent, openProject } from '../commands/openProject.ts';
import { Button } from '../controls/Button.tsx';
import { withoutEnding } from '../state/documentName.ts';
import { HungMap } from './HungMap.tsx';
import styles from './RecentProjects.module.css';

/** Projects opened before, as maps on a wall. Arrows choose, Enter opens, Del forgets. */
export function RecentProjects() {
  const { t } = useTranslation();
  const app = useApplication();
  const recent = useSession((session) => session.recent);
  const language = useSettings((settings) => settings.language);
  const list = useRef<HTMLUListElement>(null);

  // Enter opens what one worked on last, unless the focus is already somewhere.
  useEffect(() => {
    if (document.activeElement === document.body) itemsOf(list.current)[0]?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    const items = itemsOf(event.currentTarget);
    const at = items.findIndex((item) => item.contains(document.activeElement));
    if (at < 0) return;
    const next = nextPlace(event.key, at, items, event.currentTarget);
    if (next !== null) {
      event.preventDefault();
      items[next]?.focus();
    } else if (event.key === 'Delete') {
      const project = recent[at];
      (items[at + 1] ?? items[at - 1])?.focus();
      if (project !== undefined) void forgetRecent(app, project.id);
    }
  };

  return (
    <section>
      <h2>
        {t('start.recent')} <span>{t('start.dropHint')}</span>
      </h2>
      {recent.length === 0 && <p className={styles.none}>{t('start.nothingRecent')}</p>}
      <ul ref={list} className={styles.wall} onKeyDown={onKeyDown}>
        {recent.map((project) => (
          <li key={project.id}>
            <button
              type="button"
              className={styles.project}
              data-project=""
              data-missing={project.found ? undefined : ''}
              onClick={() => openProject(app, () => app.bridge.openRecent(project.id))}
            >
              <HungMap title={withoutEnding(project.fileName)} thumbnail={project.thumbnail} />
              <span className={styles.name}>{withoutEnding(project.fileName)}</span>
              <span className={styles.when}>
                {project.found ? formatWhen(language, t, project.openedAt, Date.now()) : t('start.notFound')}
              </span>
            </button>
            {!project.found && (
              <span className={styles.remedies}>
                <Button onClick={() => openProject(app, () => app.bridge.locateRecent(project.id))}>
                  {t('start.locate')}
                </Button>
                <Button look="ghost" onClick={() => forgetRecent(app, project.id)}>
                  {t('start.remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function itemsOf(list: HTMLUListElement | null): readonly HTMLButtonElement[] {
  return list === null ? [] : [...list.querySelectorAll<HTMLButtonElement>('button[data-project]')];
}

/** Where an arrow key leads; rows are as many as the window has room for. */
function nextPlace(key: string, at: number, items: readonly HTMLElement[], list: HTMLElement): number | null {
  const perRow = Math.max(1, getComputedStyle(list).gridTemplateColumns.split(' ').length);
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -perRow, ArrowDown: perRow }[key];
  if (key === 'Home') return 0;
  if (key === 'End') return items.length - 1;
  if (step === undefined) return null;
  const next = at + step;
  return next >= 0 && next < items.length ? next : at;
}
