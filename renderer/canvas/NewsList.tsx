import type { TFunction } from 'i18next';
import { Info, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication, useSession } from '../ApplicationContext.ts';
import type { Application } from '../application.ts';
import { followMoved } from '../commands/lostFile.ts';
import { type SaveWay, saveProject } from '../commands/saveProject.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { mergeFile } from '../merge/mergeVersion.ts';
import { RefusalBar } from '../outline/RefusalBar.tsx';
import type { News } from '../state/sessionStore.ts';
import styles from './NewsList.module.css';

/** Something that helps with what the news says. */
type Remedy = SaveWay | 'merge' | 'follow' | 'compare';

/** What to do about a piece of news; nothing for what is only to be known. */
const REMEDIES: Readonly<Partial<Record<News['kind'], readonly Remedy[]>>> = {
  recovered: ['compare', 'own'],
  fileChanged: ['merge'],
  fileReplaced: ['elsewhere'],
  fileBlocked: ['elsewhere'],
  fileUnreadable: ['elsewhere', 'replace'],
  fileGone: ['elsewhere'],
  fileAway: ['elsewhere'],
  fileMoved: ['elsewhere', 'follow'],
  notAutosaved: ['own'],
  lost: ['copy'],
};

const REMEDY_WORDS = {
  own: 'action.save',
  elsewhere: 'action.saveAs',
  copy: 'action.saveAs',
  replace: 'action.replace',
  merge: 'action.merge',
  follow: 'action.goOnThere',
  compare: 'action.compare',
} as const satisfies Record<Remedy, string>;

/** Does it; true when it is done and need not be told any more. */
async function remedy(app: Application, way: Remedy): Promise<boolean> {
  if (way === 'merge') return mergeFile(app);
  if (way === 'follow') return followMoved(app);
  if (way !== 'compare') return saveProject(app, way);
  app.session.setState({ overlay: 'history' });
  return false;
}

/** Lines over the map about what happened beside the work, with the one thing to do about each. */
export function NewsList() {
  const { t } = useTranslation();
  const app = useApplication();
  const list = useSession((session) => session.news);
  const putAway = (news: News): void =>
    app.session.setState(({ news: now }) => ({ news: now.filter((other) => other !== news) }));
  return (
    <div role="status" className={styles.place}>
      {list.map((news) => {
        const Icon = news.kind === 'lost' ? TriangleAlert : Info;
        return (
          <div key={news.kind} className={styles.news} data-kind={news.kind}>
            <Icon size={17} aria-hidden="true" />
            <p>{newsWords(t, news)}</p>
            {(REMEDIES[news.kind] ?? []).map((way) => (
              <Button key={way} onClick={async () => (await remedy(app, way)) && putAway(news)}>
                {t(REMEDY_WORDS[way])}
              </Button>
            ))}
            <IconButton icon={X} label={t('action.close')} onClick={() => putAway(news)} />
          </div>
        );
      })}
      <RefusalBar />
    </div>
  );
}

function newsWords(t: TFunction, news: News): string {
  if (news.kind === 'recovered') return t('news.recovered', { count: news.edits });
  if (news.kind === 'merged') return t('news.merged', { count: news.count, name: news.name });
  if (news.kind === 'fileMoved') return t('news.fileMoved', { name: news.to.fileName, folder: news.to.folder });
  return 'name' in news ? t(`news.${news.kind}`, { name: news.name }) : t(`news.${news.kind}`);
}
