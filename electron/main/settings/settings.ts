import { z } from 'zod';
import { LANGUAGES, type Language, type Settings } from '../../../shared/ipc/bridge.ts';
import { nameField } from '../../../shared/records/fields.ts';

/** What settings can be. */
export const settingsSchema = z.strictObject({
  language: z.enum([...LANGUAGES, 'system']),
  theme: z.enum(['light', 'dark', 'system']),
  author: nameField,
  historyCap: z.number().int().min(0).max(1_000_000),
  autosave: z.boolean(),
  guide: z.boolean(),
});

/** What holds until somebody sets something. */
export const INITIAL_SETTINGS: Settings = {
  language: 'system',
  theme: 'system',
  author: '',
  historyCap: 1000,
  autosave: false,
  guide: true,
};

/**
 * The settings as they stand in the file: a value that a newer or older version wrote and this one does not know
 * falls back to the initial one without taking the others along.
 */
export const settingsFileSchema: z.ZodType<Settings> = z.object({
  language: settingsSchema.shape.language.catch(INITIAL_SETTINGS.language),
  theme: settingsSchema.shape.theme.catch(INITIAL_SETTINGS.theme),
  author: settingsSchema.shape.author.catch(INITIAL_SETTINGS.author),
  historyCap: settingsSchema.shape.historyCap.catch(INITIAL_SETTINGS.historyCap),
  autosave: settingsSchema.shape.autosave.catch(INITIAL_SETTINGS.autosave),
  guide: settingsSchema.shape.guide.catch(INITIAL_SETTINGS.guide),
});

/** The language to speak: the one set, or the first of the computer's (such as "nl-BE") that Meander has. */
export function resolveLanguage(setting: Settings['language'], preferred: readonly string[]): Language {
  if (setting !== 'system') return setting;
  for (const tag of preferred) {
    const found = LANGUAGES.find((language) => tag.split(/[-_]/)[0]?.toLowerCase() === language);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** The bytes that older versions may take, as the storage process wants to know it. */
export function historyBytes({ historyCap }: Settings): number {
  return historyCap * 1_000_000;
}
