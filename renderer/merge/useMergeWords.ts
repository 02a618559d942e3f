import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DifferenceWords, differenceWords } from '../../shared/i18n/differenceWords.ts';
import type { Merge } from '../../shared/merge/merge.ts';
import { createAtlas } from '../../shared/merge/whereabouts.ts';
import type { Records } from '../../shared/records/records.ts';
import { applyDiff } from '../../shared/store/recordsDiff.ts';
import { useSettings } from '../ApplicationContext.ts';

/** A clash is read in full; this is only against a text without end. */
const LONGEST_TEXT = 2_000;

/** The words for a merge: things are called as they are here, else as they come in. */
export function useMergeWords(records: Records, merge: Merge): DifferenceWords {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  return useMemo(() => {
    const atlases = [createAtlas(records), createAtlas(applyDiff(records, merge.diff))];
    return differenceWords({ translate: t, language, atlases, longest: LONGEST_TEXT });
  }, [t, language, records, merge]);
}
