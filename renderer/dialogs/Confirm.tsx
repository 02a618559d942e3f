import { useTranslation } from 'react-i18next';
import { Button } from '../controls/Button.tsx';
import { Question } from './Question.tsx';

interface ConfirmProps {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  /** What happens, as the button says it. */
  readonly act: string;
  /** Called after `onDismiss`. */
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
}

/** Asks before something is done: do it, or leave it. */
export function Confirm({ act, onConfirm, onDismiss, ...question }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Question {...question} onDismiss={onDismiss}>
      <Button look="ghost" onClick={onDismiss}>
        {t('action.cancel')}
      </Button>
      <Button
        look="main"
        onClick={() => {
          onDismiss();
          onConfirm();
        }}
      >
        {act}
      </Button>
    </Question>
  );
}
