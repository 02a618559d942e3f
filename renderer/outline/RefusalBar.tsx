import { CircleSlash, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication, useEditing } from '../ApplicationContext.ts';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './outline.module.css';

/** Why the last thing asked for was not done, over the map until the next edit. */
export function RefusalBar() {
  const { t } = useTranslation();
  const { editing } = useApplication();
  const refusal = useEditing((state) => (state.gesture === null ? state.refusal : null));
  if (refusal === null) return null;
  return (
    <div className={styles.refusal} role="status">
      <CircleSlash size={17} aria-hidden="true" />
      <p>{t(`refusal.${refusal.code}`)}</p>
      <IconButton icon={X} label={t('action.close')} onClick={() => editing.setState({ refusal: null })} />
    </div>
  );
}
