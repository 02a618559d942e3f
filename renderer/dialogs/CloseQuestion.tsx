import { useTranslation } from 'react-i18next';
import { useApplication, useDocument, useSession } from '../ApplicationContext.ts';
import { answerClosing, editsNotInFile } from '../commands/closeProject.ts';
import { Button } from '../controls/Button.tsx';
import { documentName } from '../state/documentName.ts';
import { useLater } from '../useLater.ts';
import { Question } from './Question.tsx';

/** Asked before a project is left whose file lacks something. Nothing is thrown away whatever the answer. */
export function CloseQuestion() {
  const { t } = useTranslation();
  const app = useApplication();
  const closing = useSession((session) => session.closing);
  // Read anew whenever one of them has been kept.
  const { documents } = app;
  useLater([documents], () => documents.getState().document?.save.unsavedEdits);
  const name = useDocument(documentName) ?? t('app.untitled');
  return (
    <Question
      open={closing !== null}
      title={t('close.title', { name })}
      text={t('close.text', { count: editsNotInFile(app) })}
      onDismiss={() => void answerClosing(app, 'cancel')}
    >
      <Button look="ghost" onClick={() => answerClosing(app, 'cancel')}>
        {t('action.cancel')}
      </Button>
      <Button onClick={() => answerClosing(app, 'keep')}>{t('close.keep')}</Button>
      <Button look="main" onClick={() => answerClosing(app, 'save')}>
        {t('close.save')}
      </Button>
    </Question>
  );
}
