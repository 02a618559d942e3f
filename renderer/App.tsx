import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication, useDocument, useSettings } from './ApplicationContext.ts';
import type { Application } from './application.ts';
import { AuthorDialog } from './dialogs/AuthorDialog.tsx';
import { CloseQuestion } from './dialogs/CloseQuestion.tsx';
import { NoticeDialog } from './dialogs/NoticeDialog.tsx';
import { Editor } from './Editor.tsx';
import { KeysDialog } from './help/KeysDialog.tsx';
import { MergeDialog } from './merge/MergeDialog.tsx';
import { Surroundings } from './Surroundings.tsx';
import { SettingsDialog } from './settings/SettingsDialog.tsx';
import { DropTarget } from './start/DropTarget.tsx';
import { StartScreen } from './start/StartScreen.tsx';
import { documentName } from './state/documentName.ts';

/** A window: the start screen, or the editor of its project. */
export function App({ app }: { readonly app: Application }) {
  return (
    <Surroundings app={app}>
      <Window />
    </Surroundings>
  );
}

function Window() {
  const handle = useDocument((document) => document.handle);
  return (
    <>
      <Page />
      {handle === null ? <StartScreen /> : <Editor key={handle} />}
      <DropTarget />
      <NoticeDialog />
      <CloseQuestion />
      <AuthorDialog />
      <MergeDialog />
      <KeysDialog />
      <SettingsDialog />
    </>
  );
}

/** What stands outside the components: the page's title, language and look. */
function Page() {
  const { t } = useTranslation();
  const { platform } = useApplication();
  const language = useSettings((settings) => settings.language);
  const theme = useSettings((settings) => settings.theme);
  const name = useDocument((document) => documentName(document) ?? t('app.untitled'));
  useEffect(() => {
    document.title = name === null ? t('app.name') : `${name} – ${t('app.name')}`;
  }, [name, t]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    document.documentElement.lang = language;
    dataset.theme = theme;
    dataset.platform = platform;
  }, [language, theme, platform]);
  return null;
}
