import { type TextMeasurer, uprightFont } from '../../shared/layout/font.ts';
import { KINDS_OF_LANE } from '../../shared/records/lane.ts';
import { getRecord } from '../../shared/records/records.ts';
import type { Application } from '../application.ts';
import { keycapsOf } from '../commands/useKeycaps.ts';
import type { LiveWords } from './liveShape.ts';

/** The words of live things in the language of the window. */
export function liveWords(app: Application, measurer: TextMeasurer): LiveWords {
  const { i18n, platform } = app;
  return {
    keys: { add: keycapsOf('item.add', platform)?.[0] ?? '', edit: i18n.t('keys.enter') },
    width: (text, size) => measurer.width(text, uprightFont(size, 500)),
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
