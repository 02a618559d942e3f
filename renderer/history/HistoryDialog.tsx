import { Dialog } from '@base-ui/react/dialog';
import { Bookmark, X } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication, useDocument, useSession } from '../ApplicationContext.ts';
import { takeBackByKey } from '../commands/takeBackByKey.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import dialog from '../dialogs/dialog.module.css';
import { FrozenNote, RefusalNote } from '../inspector/EditingNotes.tsx';
import { documentName } from '../state/documentName.ts';
import styles from './history.module.css';
import { NameVersionDialog } from './NameVersionDialog.tsx';
import { useHistory } from './useHistory.ts';
import { VersionList } from './VersionList.tsx';
import { VersionPage } from './VersionPage.tsx';

/** The history of the project over the map: its versions, what each was like, and the ways back. */
export function HistoryDialog() {
  const { session, editor } = useApplication();
  const isOpen = useSession(({ overlay }) => overlay === 'history');
  /** The focus begins here, not on a button whose tip would take the first Escape for itself. */
  const list = useRef<HTMLElement>(null);
  const close = (): void => session.setState({ overlay: null });
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup
          className={`${dialog.sheet} ${styles.popup}`}
          initialFocus={list}
          onKeyDown={(event) => takeBackByKey(editor, event)}
        >
          <History list={list} onClose={close} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface HistoryProps {
  readonly list: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

function History({ list, onClose }: HistoryProps) {
  const { t } = useTranslation();
  const title = useDocument(documentName) ?? t('app.untitled');
  const { versions, from: chosen, to, readFrom, readTo, chooseFrom, chooseTo, name } = useHistory();
  const [naming, setNaming] = useState(false);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Dialog.Title className={styles.title}>{t('history.title', { name: title })}</Dialog.Title>
        <FrozenNote />
        <RefusalNote />
        <span className={styles.space} />
        <Button disabled={chosen === null} onClick={() => setNaming(true)}>
          <Bookmark size={15} aria-hidden="true" />
          {chosen !== null && chosen.name !== '' ? t('history.rename') : t('history.name')}
        </Button>
        <IconButton icon={X} label={t('action.close')} onClick={onClose} />
      </header>
      <VersionList
        versions={versions}
        from={chosen}
        to={to}
        onChooseFrom={chooseFrom}
        onChooseTo={chooseTo}
        list={list}
      />
      {versions?.length === 0 && <p className={styles.blank}>{t('history.empty')}</p>}
      {chosen !== null && (
        <VersionPage version={chosen} read={readFrom} newer={to} readNewer={readTo} onClose={onClose} />
      )}
      <NameVersionDialog
        open={naming}
        name={chosen?.name ?? ''}
        text={t('history.nameThen')}
        mayBeEmpty
        onClose={() => setNaming(false)}
        onName={(given) => {
          setNaming(false);
          void name(given);
        }}
      />
    </div>
  );
}
