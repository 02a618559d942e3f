import type { Language } from '../../shared/ipc/bridge.ts';
import { type TextMeasurer, uprightFont } from '../../shared/layout/font.ts';
import { KINDS_OF_LANE } from '../../shared/records/lane.ts';
import { getRecord } from '../../shared/records/records.ts';
import type { Application } from '../application.ts';
import { keycapsOf } from '../commands/useKeycaps.ts';
import type { LiveWords } from './liveShape.ts';

/** Gives the words of live things in the language of the window, looked up once: they are asked for in every frame. */
export function liveWordsOf(app: Application, measurer: TextMeasurer): () => LiveWords {
  let known: { readonly language: Language; readonly words: LiveWords } | undefined;
  return () => {
    const { language } = app.settings.getState();
    if (known?.language !== language) known = { language, words: liveWords(app, measurer) };
    return known.words;
  };
}

function liveWords(app: Application, measurer: TextMeasurer): LiveWords {
  const { i18n, platform } = app;
  return {
    keys: { add: keycapsOf('item.add', platform)?.[0] ?? '', edit: i18n.t('keys.enter') },
    width: (text, size) => measurer.width(text, uprightFont(size, 500)),
    ghost: (id) => {
      const { records } = app.editor;
      const lane = records && getRecord(records, id);
      const kind = lane && KINDS_OF_LANE[lane.kind][0];
      return i18n.t(`kind.${kind ?? 'feeling'}`);
    },
  };
}
