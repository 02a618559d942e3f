import { Dialog } from '@base-ui/react/dialog';
import { Trash2, X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonaRecord } from '../../../shared/records/persona.ts';
import { getRecord, type Records } from '../../../shared/records/records.ts';
import { useApplication, useDocument, useEditing, useSession } from '../../ApplicationContext.ts';
import { takeBackByKey } from '../../commands/takeBackByKey.ts';
import { Button } from '../../controls/Button.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import dialog from '../../dialogs/dialog.module.css';
import { CommentList } from '../CommentList.tsx';
import { FrozenNote, RefusalNote } from '../EditingNotes.tsx';
import { Fields } from '../fields/Fields.tsx';
import { AddSection } from './AddSection.tsx';
import { PersonaFoot } from './PersonaFoot.tsx';
import { PersonaOnMaps } from './PersonaOnMaps.tsx';
import { type AskedPersona, PersonaQuestion } from './PersonaQuestion.tsx';
import { PersonaSheet } from './PersonaSheet.tsx';
import styles from './persona.module.css';

/** The page of one person, over the map: everything that is known of them, to be read and changed. */
export function PersonaDialog() {
  const { session, editor } = useApplication();
  const id = useSession((state) => state.persona);
  const records = useDocument((document) => (id === null ? null : document.records));
  const persona = records === null || id === null ? undefined : getRecord(records, id);
  const close = (): void => session.setState({ persona: null });
  // The next project opens without a page of this one.
  useEffect(() => () => session.setState({ persona: null }), [session]);
  return (
    <Dialog.Root
      open={persona !== undefined}
      onOpenChange={(isOpen, { event }) => !isOpen && !isSecondClick(event) && close()}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup className={`${dialog.sheet} ${styles.popup}`} onKeyDown={(event) => takeBackByKey(editor, event)}>
          {persona !== undefined && records !== null && (
            <Page key={persona.id} persona={persona} records={records} onClose={close} />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The second click of a double click on a row: its first one opened the page under the pointer. */
function isSecondClick(event: Event): boolean {
  return event instanceof UIEvent && event.detail > 1;
}

interface PageProps {
  readonly persona: PersonaRecord;
  readonly records: Records;
  readonly onClose: () => void;
}

function Page({ persona, records, onClose }: PageProps) {
  const { t } = useTranslation();
  const frozen = useEditing((editing) => editing.frozen);
  const [asked, setAsked] = useState<AskedPersona | null>(null);
  const forget = useCallback(() => setAsked(null), []);
  /** The place of a section that was just added: one goes on there. */
  const [added, setAdded] = useState<number | null>(null);
  const arrived = useCallback(() => setAdded(null), []);
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <Fields closed={frozen !== null}>
          <PersonaSheet persona={persona} records={records} added={added} onArrive={arrived} />
        </Fields>
      </div>
      <aside className={styles.side} aria-label={t('persona.onTheMap')}>
        <div className={styles.sideHead}>
          <Dialog.Title className={styles.sideTitle}>{persona.name || t('left.unnamedPersona')}</Dialog.Title>
          <IconButton icon={X} label={t('action.close')} onClick={onClose} />
        </div>
        <div>
          <FrozenNote />
          <RefusalNote />
        </div>
        <Fields closed={frozen !== null}>
          <PersonaOnMaps persona={persona} records={records} />
          <AddSection persona={persona} onAdd={setAdded} />
          <CommentList about={persona.id} records={records} />
          <Button look="ghost" className={styles.delete} onClick={() => setAsked({ persona: persona.id, map: null })}>
            <Trash2 size={16} aria-hidden="true" />
            {t('persona.delete')}
          </Button>
        </Fields>
        <div className={styles.foot}>
          <PersonaFoot persona={persona} />
          <Button look="main" onClick={onClose}>
            {t('persona.done')}
          </Button>
        </div>
      </aside>
      <PersonaQuestion asked={asked} onDone={forget} />
    </div>
  );
}
