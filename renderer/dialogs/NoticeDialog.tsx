import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../shared/i18n/formats.ts';
import type { Language } from '../../shared/ipc/bridge.ts';
import type { CompareFault, JoinFault } from '../../shared/ipc/projectStore.ts';
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
  const remedy = said === null || said.kind === 'open' ? null : remedyOf(said);
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
          {t(remedy === 'own' ? 'action.save' : remedy === 'replace' ? 'action.replace' : 'action.saveAs')}
        </Button>
      )}
    </Question>
  );
}

/** The save that helps after a failed one. */
function remedyOf(notice: Exclude<Notice, { readonly kind: 'open' }>): SaveWay | null {
  if (notice.kind === 'merge') return notice.source === 'file' ? remedyOfMerge(notice.fault) : null;
  const { fault } = notice;
  if (fault.code === 'notOpen') return null;
  if (fault.code === 'storageFailed' || fault.code === 'noTarget') return 'own';
  return fault.code === 'changedOnDisk' ? 'copy' : 'elsewhere';
}

/** What helps when the document's own file cannot be merged: what is certainly no version of it may be written over. */
function remedyOfMerge({ code }: CompareFault | JoinFault): SaveWay | null {
  if (code === 'notOpen') return null;
  return isWorthless(code) ? 'replace' : 'elsewhere';
}

function isWorthless(code: (CompareFault | JoinFault)['code']): boolean {
  return code === 'damaged' || code === 'empty' || code === 'notAProject';
}

function mergeWords(
  t: TFunction,
  { source, fault, fileName }: Notice & { readonly kind: 'merge' },
): {
  title: string;
  text: string;
} {
  const name = fileName;
  const { code } = fault;
  const say = (key: 'otherDocument' | 'otherCopy' | 'unreadable') => ({
    title: t(`fault.merge.${key}.title`, { name }),
    text: t(`fault.merge.${key}.text`, { name }),
  });
  if (code === 'otherDocument') return say(source === 'file' ? 'otherDocument' : 'otherCopy');
  if (source === 'file' && isWorthless(code)) return say('unreadable');
  if (code === 'notOpen' || code === 'otherVersion') return say('unreadable');
  return {
    title: t(`fault.open.${code}.title`, { name }),
    text: t(`fault.open.${code}.text`, { name, size: '', most: '' }),
  };
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
  if (notice.kind === 'merge') return mergeWords(t, notice);
  const { fault } = notice;
  if (fault.code === 'diskFull') values.size = formatBytes(language, fault.needed);
  return { title: t(`fault.publish.${fault.code}.title`, values), text: t(`fault.publish.${fault.code}.text`, values) };
}
