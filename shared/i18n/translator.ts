import { createInstance, type i18n, type TFunction } from 'i18next';
import { LANGUAGES, type Language } from '../ipc/bridge.ts';
import { showControls } from '../util/showControls.ts';
import { MESSAGES } from './messages.ts';

/** Says a message in one language: `translate('start.newMap')`, with values for the blanks where it has any. */
export type Translate = TFunction;

/** An i18next instance with all languages in memory; ready at once, says what it says in `language` until changed. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...LANGUAGES],
    resources: { en: { translation: MESSAGES.en }, nl: { translation: MESSAGES.nl } },
    // React and the SVG writer escape what they write, a menu or a terminal must not: only what none of them may obey.
    interpolation: { escape: showControls },
    initAsync: false,
  });
  return instance;
}

/** The words of one language, for main, the command line and exports. */
export function createTranslator(language: Language): Translate {
  return createI18n(language).getFixedT(language);
}
