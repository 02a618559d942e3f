import { KINDS_OF_LANE } from '../../shared/records/lane.ts';
import { getRecord } from '../../shared/records/records.ts';
import type { Application } from '../application.ts';
import type { LiveWords } from './liveShapes.ts';

/** The words of live things in the language of the window. */
export function liveWords(app: Application): LiveWords {
  const { i18n } = app;
  return {
    landing: {
      landsHere: i18n.t('canvas.landsHere'),
      landsAbove: i18n.t('canvas.landsAbove'),
      landsBelow: i18n.t('canvas.landsBelow'),
      becomesKind: i18n.t('canvas.becomesKind'),
    },
    refusal: (code) => i18n.t(`refusal.${code}`),
    ghost: (id) => {
      const { records } = app.editor;
      const lane = records && getRecord(records, id);
      const kind = lane && KINDS_OF_LANE[lane.kind][0];
      return i18n.t(`kind.${kind ?? 'feeling'}`);
    },
  };
}
