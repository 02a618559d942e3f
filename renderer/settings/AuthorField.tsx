import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../shared/records/limits.ts';
import { cleanText } from '../../shared/util/cleanText.ts';
import { useApplication, useSettings } from '../ApplicationContext.ts';
import dialog from '../dialogs/dialog.module.css';
import styles from './settings.module.css';

/** Whose name the versions of projects bear; set when the field is left or Enter is pressed. */
export function AuthorField() {
  const { t } = useTranslation();
  const { bridge, accountName } = useApplication();
  const author = useSettings(({ settings }) => settings.author);
  const [typed, setTyped] = useState<string | null>(null);
  const [field, hint] = [useId(), useId()];
  const set = (): void => {
    if (typed === null) return;
    const name = cleanText(typed).replaceAll('\n', ' ').trim();
    if (name !== author) void bridge.changeSettings({ author: name });
    setTyped(null);
  };
  return (
    <div>
      <label className={dialog.label} htmlFor={field}>
        {t('settings.author')}
      </label>
      <input
        id={field}
        className={`${dialog.field} ${styles.author}`}
        value={typed ?? author}
        placeholder={accountName}
        maxLength={LIMITS.name}
        aria-describedby={hint}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={set}
        onKeyDown={(event) => event.key === 'Enter' && set()}
      />
      <p id={hint} className={styles.hint}>
        {t('settings.authorHint')}
      </p>
    </div>
  );
}
