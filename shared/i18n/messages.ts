import english from '../../assets/locales/en.json' with { type: 'json' };
import dutch from '../../assets/locales/nl.json' with { type: 'json' };
import type { Language } from '../ipc/bridge.ts';

/** Every word the application says, in the shape of the English table. */
export type Messages = typeof english;

/** The words of each language; a test proves that all have the same keys and the same blanks to fill in. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { en: english, nl: dutch };

// Types the keys of `t` everywhere, in react-i18next too.
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Messages };
    returnNull: false;
  }
}
