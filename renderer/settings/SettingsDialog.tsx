import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../shared/i18n/formats.ts';
import type { Settings } from '../../shared/ipc/bridge.ts';
import { useApplication, useSession, useSettings } from '../ApplicationContext.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { Segments } from '../controls/Segments.tsx';
import dialog from '../dialogs/dialog.module.css';
import { AuthorField } from './AuthorField.tsx';
import styles from './settings.module.css';

/** How much older versions may take, in megabytes. */
const HISTORY_CAPS = [100, 500, 1000, 5000];

/** What holds for every project on this computer. Each change holds at once. */
export function SettingsDialog() {
  const { t } = useTranslation();
  const { session } = useApplication();
  const isOpen = useSession(({ overlay }) => overlay === 'settings');
  const popup = useRef<HTMLDivElement>(null);
  const close = (): void => session.setState({ overlay: null });
  /** Not the button, whose tip would take the first Escape for itself. */
  const firstChoice = (): HTMLElement | null =>
    popup.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? null;
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup ref={popup} className={dialog.popup} initialFocus={firstChoice}>
          <div className={styles.head}>
            <Dialog.Title className={dialog.title}>{t('settings.title')}</Dialog.Title>
            <IconButton icon={X} label={t('action.close')} onClick={close} />
          </div>
          <Looks />
          <Check setting="guide" />
          <AuthorField />
          <Keeping />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Looks() {
  const { t } = useTranslation();
  const { bridge } = useApplication();
  const { language, theme } = useSettings(({ settings }) => settings);
  const change = (settings: Partial<Settings>): void => void bridge.changeSettings(settings);
  return (
    <>
      <Segments
        label={t('settings.language')}
        value={language}
        options={[
          { value: 'system', label: t('settings.system') },
          { value: 'en', label: t('settings.english') },
          { value: 'nl', label: t('settings.dutch') },
        ]}
        onChange={(chosen) => change({ language: chosen })}
      />
      <Segments
        label={t('settings.theme')}
        value={theme}
        options={[
          { value: 'system', label: t('settings.system') },
          { value: 'light', label: t('settings.light') },
          { value: 'dark', label: t('settings.dark') },
        ]}
        onChange={(chosen) => change({ theme: chosen })}
      />
    </>
  );
}

function Keeping() {
  const { t } = useTranslation();
  const { bridge } = useApplication();
  const historyCap = useSettings(({ settings }) => settings.historyCap);
  const language = useSettings((settings) => settings.language);
  // Another size may have been set in the file of the settings.
  const caps = [...new Set([...HISTORY_CAPS, historyCap])].sort((a, b) => a - b);
  return (
    <>
      <Check setting="autosave" />
      <div>
        <Segments
          label={t('settings.history')}
          value={String(historyCap)}
          options={caps.map((cap) => ({ value: String(cap), label: formatBytes(language, cap * 1_000_000) }))}
          onChange={(chosen) => void bridge.changeSettings({ historyCap: Number(chosen) })}
        />
        <Hint>{t('settings.historyHint')}</Hint>
      </div>
    </>
  );
}

/** Something that is so or not, with what it means. */
function Check({ setting }: { readonly setting: 'autosave' | 'guide' }) {
  const { t } = useTranslation();
  const { bridge } = useApplication();
  const isSet = useSettings(({ settings }) => settings[setting]);
  const [box, hint] = [useId(), useId()];
  return (
    <div className={styles.check}>
      <input
        id={box}
        type="checkbox"
        checked={isSet}
        aria-describedby={hint}
        onChange={(event) => void bridge.changeSettings({ [setting]: event.currentTarget.checked })}
      />
      <label htmlFor={box}>{t(`settings.${setting}`)}</label>
      <Hint id={hint}>{t(`settings.${setting}Hint`)}</Hint>
    </div>
  );
}

function Hint({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p id={id} className={styles.hint}>
      {children}
    </p>
  );
}
