import { ChevronDown, ChevronUp, Replace, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useApplication, useDocument } from '../ApplicationContext.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './FindPanel.module.css';
import { HitList } from './HitList.tsx';
import { closeFind } from './openFind.ts';
import { ReplaceRow } from './ReplaceRow.tsx';

/** The search over the map; nothing while none is under way. */
export function FindPanel() {
  const { finder } = useApplication();
  const isOpen = useStore(finder.state, (state) => state.isOpen);
  // Another document, or none, begins without a search.
  useEffect(() => () => finder.close(), [finder]);
  return isOpen ? <OpenFindPanel /> : null;
}

function OpenFindPanel() {
  const { t } = useTranslation();
  const app = useApplication();
  const { finder } = app;
  const { query, hits, at, isReplacing } = useStore(finder.state);
  const records = useDocument((document) => document.records);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found changes with the records
  useEffect(() => finder.refresh(), [finder, records]);
  const sought = query.trim();
  return (
    <search
      className={styles.panel}
      aria-label={t('find.label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        closeFind(app);
      }}
    >
      <div className={styles.row}>
        <input
          ref={field}
          className={styles.field}
          type="text"
          data-find="query"
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to search
          autoFocus
          dir="auto"
          spellCheck={false}
          aria-label={t('find.label')}
          placeholder={t('find.hint')}
          value={query}
          onChange={(event) => finder.seek(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            finder.goOn(event.shiftKey ? -1 : 1);
          }}
        />
        <output className={styles.count}>
          {sought !== '' && hits.length > 0 && t('find.count', { at: at + 1, count: hits.length })}
        </output>
        <IconButton icon={ChevronUp} label={t('find.previous')} onClick={() => finder.goOn(-1)} />
        <IconButton icon={ChevronDown} label={t('find.next')} onClick={() => finder.goOn(1)} />
        <IconButton
          icon={Replace}
          label={t('find.showReplace')}
          aria-pressed={isReplacing}
          onClick={() => finder.setReplacing(!isReplacing)}
        />
        <IconButton icon={X} label={t('action.close')} onClick={() => closeFind(app)} />
      </div>
      {isReplacing && <ReplaceRow />}
      {sought !== '' && hits.length === 0 && (
        <div className={styles.nothing} role="status">
          <p>{t('find.nothing', { query: sought })}</p>
          <Button
            look="main"
            onClick={() => {
              finder.makeCard();
              closeFind(app);
            }}
          >
            {t('find.makeCard')}
          </Button>
        </div>
      )}
      {hits.length > 0 && <HitList />}
    </search>
  );
}
