import { app, nativeTheme } from 'electron';
import { createTranslator, type Translate } from '../../../shared/i18n/translator.ts';
import type { Language, Settings, WindowEvents } from '../../../shared/ipc/bridge.ts';
import type { ThemeName } from '../../../shared/scene/theme.ts';
import type { JsonFile } from './jsonFile.ts';
import { resolveLanguage } from './settings.ts';

/** The computer's languages, the one asked for on the command line first. */
export function preferredLanguages(): readonly string[] {
  const asked = app.commandLine.getSwitchValue('lang');
  return [...(asked === '' ? [] : [asked]), ...app.getPreferredSystemLanguages()];
}

/** The settings with what follows from them and from the computer: language, words, theme. */
export class Preferences {
  readonly #file: JsonFile<Settings>;
  readonly #onChange: () => void;
  #language: Language;
  #translate: Translate;

  /** `onChange` is called when a setting, or the computer's own theme, has changed. */
  constructor(file: JsonFile<Settings>, onChange: () => void) {
    this.#file = file;
    this.#onChange = onChange;
    this.#language = resolveLanguage(file.value.language, preferredLanguages());
    this.#translate = createTranslator(this.#language);
    if (file.value.theme !== 'system') nativeTheme.themeSource = file.value.theme;
    nativeTheme.on('updated', onChange);
  }

  get settings(): Settings {
    return this.#file.value;
  }

  get language(): Language {
    return this.#language;
  }

  get translate(): Translate {
    return this.#translate;
  }

  get theme(): ThemeName {
    return nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  }

  /** What windows are told when something changes. */
  get event(): WindowEvents['settings'] {
    return { settings: this.settings, language: this.language, theme: this.theme };
  }

  change(change: Partial<Settings>): void {
    const settings = { ...this.settings, ...change };
    this.#file.set(settings);
    this.#language = resolveLanguage(settings.language, preferredLanguages());
    this.#translate = createTranslator(this.#language);
    nativeTheme.themeSource = settings.theme;
    this.#onChange();
  }
}
