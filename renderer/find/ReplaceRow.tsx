import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useApplication } from '../ApplicationContext.ts';
import { Button } from '../controls/Button.tsx';
import styles from './FindPanel.module.css';

/** The words that replace those found, here or everywhere. */
export function ReplaceRow() {
  const { t } = useTranslation();
  const { finder } = useApplication();
  const { hits, replacement } = useStore(finder.state);
  const count = hits.length === 0 ? 0 : finder.openHits().length;
  return (
    <div className={styles.row}>
      <input
        className={styles.field}
        type="text"
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to replace
        autoFocus
        dir="auto"
        spellCheck={false}
        aria-label={t('find.replacement')}
        placeholder={t('find.replacement')}
        value={replacement}
        onChange={(event) => finder.setReplacement(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          finder.replaceOne();
        }}
      />
      <Button disabled={hits.length === 0} onClick={() => finder.replaceOne()}>
        {t('find.replaceOne')}
      </Button>
      <Button look="main" disabled={count === 0} onClick={() => finder.replaceAll()}>
        {t('find.replaceAll', { count })}
      </Button>
    </div>
  );
}
