import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../shared/i18n/formats.ts';
import type { Language } from '../../shared/ipc/bridge.ts';
import type { PublishFault } from '../../shared/ipc/projectStore.ts';
import { useApplication, useSession, useSettings } from '../ApplicationContext.ts';
import type { Application } from '../application.ts';
import { followMoved } from '../commands/lostFile.ts';
import { openProject } from '../commands/openProject.ts';
import { type SaveWay, saveProject } from '../commands/saveProject.ts';
import { Button } from '../controls/Button.tsx';
import { askPeople } from '../people/bringPeople.ts';
import type { Notice } from '../state/sessionStore.ts';
import { isWorthless, noticeWords } from './noticeWords.ts';
import { Question } from './Question.tsx';

/** What happened, what is safe, what to do: a fault of a file, with what can be done about it. */
export function NoticeDialog() {
  const { t } = useTranslation();
  const app = useApplication();
  const notice = useSession((session) => session.notice);
  const language = useSettings((settings) => settings.language);
  // The words stay while the dialog goes.
  const [said, setSaid] = useState<Notice | null>(notice);
  useEffect(() => {
    if (notice !== null) setSaid(notice);
  }, [notice]);
  const words = said === null ? { title: '', text: '' } : noticeWords(t, language, said);
  const close = () => app.session.setState({ notice: null });
  const remedies = said === null ? [] : remediesOf(said, language);
  return (
    <Question open={notice !== null} {...words} onDismiss={close}>
      <Button look={remedies.length === 0 ? 'main' : 'plain'} onClick={close}>
        {t('action.understood')}
      </Button>
      {remedies.map(({ label, when, act }, at) => (
        <Button
          key={label}
          look={at === remedies.length - 1 ? 'main' : 'plain'}
          onClick={() => {
            close();
            return act(app);
          }}
        >
          {t(`action.${label}`, { when })}
        </Button>
      ))}
    </Question>
  );
}

/** Something that helps, under the words of its button. */
interface Remedy {
  readonly label:
    | 'openAnother'
    | 'chooseAnother'
    | 'openEarlier'
    | 'salvage'
    | 'save'
    | 'saveAs'
    | 'saveThere'
    | 'replace';
  readonly when?: string;
  readonly act: (app: Application) => unknown;
}

/** What helps, the best last. */
function remediesOf(notice: Notice, language: Language): readonly Remedy[] {
  switch (notice.kind) {
    case 'open':
      return remediesOfRefusal(notice, language);
    case 'salvaged':
      return saving('own');
    case 'publish':
      return saving(saveAfter(notice.fault));
    case 'moved':
      return [...saving('elsewhere'), { label: 'saveThere', act: saveWhereMoved }];
    case 'people':
      return [{ label: 'chooseAnother', act: askPeople }];
    case 'merge': {
      const { source, fault } = notice;
      if (source !== 'file' || fault.code === 'notOpen') return [];
      // What is certainly no version of the document may be written over.
      return saving(isWorthless(fault.code) ? 'replace' : 'elsewhere');
    }
  }
}

/** What can be done instead of opening what could not be opened. */
function remediesOfRefusal({ rescue }: Notice & { readonly kind: 'open' }, language: Language): readonly Remedy[] {
  const another: Remedy = { label: 'openAnother', act: (app) => openProject(app, () => app.bridge.openWithDialog()) };
  const salvage: Remedy = { label: 'salvage', act: (app) => openProject(app, () => app.bridge.openSalvaged()) };
  const otherwise = rescue?.hasRemains ? salvage : another;
  if (rescue === null || rescue.earlier === null) return [otherwise];
  const when = formatMoment(language, rescue.earlier);
  return [otherwise, { label: 'openEarlier', when, act: (app) => openProject(app, () => app.bridge.openEarlier()) }];
}

/** Saves to the file where it was moved to. */
async function saveWhereMoved(app: Application): Promise<void> {
  if (await followMoved(app)) await saveProject(app, 'own');
}

/** The save that helps after a failed one. */
function saveAfter({ code }: PublishFault): SaveWay | null {
  if (code === 'notOpen') return null;
  if (code === 'storageFailed' || code === 'notChecked' || code === 'noTarget') return 'own';
  return code === 'changedOnDisk' ? 'copy' : 'elsewhere';
}

function saving(way: SaveWay | null): readonly Remedy[] {
  if (way === null) return [];
  const label = way === 'own' ? 'save' : way === 'replace' ? 'replace' : 'saveAs';
  return [{ label, act: (app) => saveProject(app, way) }];
}
