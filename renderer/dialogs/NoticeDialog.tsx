import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../shared/i18n/formats.ts';
import type { Language } from '../../shared/ipc/bridge.ts';
import { useApplication, useSession, useSettings } from '../ApplicationContext.ts';
import { openProject } from '../commands/openProject.ts';
import { type SaveWay, saveProject } from '../commands/saveProject.ts';
import { Button } from '../controls/Button.tsx';
import type { Notice } from '../state/sessionStore.ts';
import { Question } from './Question.tsx';

/** What happened, what is safe, what to do: a fault of a file, with the one remedy that works beside it. */
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
  const remedy = said?.kind === 'publish' ? remedyOf(said) : null;
  return (
    <Question open={notice !== null} title={words.title} text={words.text} onDismiss={close}>
      <Button look={said?.kind === 'open' || remedy !== null ? 'plain' : 'main'} onClick={close}>
        {t('action.understood')}
      </Button>
      {said?.kind === 'open' && (
        <Button
          look="main"
          onClick={() => {
            close();
            return openProject(app, () => app.bridge.openWithDialog());
          }}
        >
          {t('action.openAnother')}
        </Button>
      )}
      {remedy !== null && (
        <Button
          look="main"
          onClick={() => {
            close();
            return saveProject(app, remedy);
          }}
        >
          {t(remedy === 'own' ? 'action.save' : 'action.saveAs')}
        </Button>
      )}
    </Question>
  );
}

/** The save that helps after a failed one. */
function remedyOf({ fault }: Notice & { readonly kind: 'publish' }): SaveWay | null {
  if (fault.code === 'notOpen') return null;
  if (fault.code === 'storageFailed' || fault.code === 'noTarget') return 'own';
  return fault.code === 'changedOnDisk' ? 'copy' : 'elsewhere';
}

/** The sentences of a notice. */
function noticeWords(t: TFunction, language: Language, notice: Notice): { title: string; text: string } {
  const values = { name: notice.fileName, size: '', most: '' };
  if (notice.kind === 'open') {
    const { fault } = notice;
    if (fault.code === 'tooLarge') {
      values.size = formatBytes(language, fault.bytes);
      values.most = formatBytes(language, fault.most);
    }
    return { title: t(`fault.open.${fault.code}.title`, values), text: t(`fault.open.${fault.code}.text`, values) };
  }
  const { fault } = notice;
  if (fault.code === 'diskFull') values.size = formatBytes(language, fault.needed);
  return { title: t(`fault.publish.${fault.code}.title`, values), text: t(`fault.publish.${fault.code}.text`, values) };
}
