import { Info, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication, useSession } from '../ApplicationContext.ts';
import { saveProject } from '../commands/saveProject.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './News.module.css';

/** A line over the map about what happened beside the work, with the one thing to do about it. */
export function News() {
  const { t } = useTranslation();
  const app = useApplication();
  const news = useSession((session) => session.news);
  const Icon = news?.kind === 'lost' ? TriangleAlert : Info;
  const way = news?.kind === 'lost' ? 'copy' : 'own';
  return (
    <div role="status" className={styles.place}>
      {news !== null && (
        <div className={styles.news} data-kind={news.kind}>
          <Icon size={17} aria-hidden="true" />
          <p>{news.kind === 'recovered' ? t('save.recovered', { count: news.edits }) : t(`storage.${news.kind}`)}</p>
          {news.kind !== 'restarted' && (
            <Button onClick={() => saveProject(app, way)}>{t(way === 'copy' ? 'action.saveAs' : 'action.save')}</Button>
          )}
          <IconButton icon={X} label={t('action.close')} onClick={() => app.session.setState({ news: null })} />
        </div>
      )}
    </div>
  );
}
