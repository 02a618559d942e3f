import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication, useSession } from '../ApplicationContext.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { Keycaps } from '../controls/Keycaps.tsx';
import dialog from '../dialogs/dialog.module.css';
import styles from './KeysDialog.module.css';
import { keysByContext } from './keysByContext.ts';

/** All keys, by what has the focus when they are pressed. */
export function KeysDialog() {
  const { t } = useTranslation();
  const { session } = useApplication();
  /** The focus begins here, not on the button, whose tip would take the first Escape for itself. */
  const lists = useRef<HTMLElement>(null);
  const isOpen = useSession(({ overlay }) => overlay === 'keys');
  const close = (): void => session.setState({ overlay: null });
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup className={`${dialog.sheet} ${styles.popup}`} initialFocus={lists}>
          <div className={styles.head}>
            <Dialog.Title className={dialog.title}>{t('keys.title')}</Dialog.Title>
            <IconButton icon={X} label={t('action.close')} onClick={close} />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keyboard */}
          <section ref={lists} className={styles.lists} tabIndex={0} aria-label={t('keys.title')}>
            <KeyLists />
          </section>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Put together when they are looked at: a window that opens shall not wait for them. */
function KeyLists() {
  const { t } = useTranslation();
  const { platform } = useApplication();
  return keysByContext(t, platform).map(({ context, lines }) => (
    <div key={context} className={styles.list}>
      <h3>{t(`keys.${context}`)}</h3>
      <dl>
        {lines.map(({ name, ways }) => (
          <div key={`${name} ${ways.join(' ')}`} className={styles.line}>
            <dt>{name}</dt>
            <dd>
              {ways.map((caps) => (
                <Keycaps key={caps.join('+')} keys={caps} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  ));
}
