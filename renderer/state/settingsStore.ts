import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language, Settings } from '../../shared/ipc/bridge.ts';
import type { ThemeName } from '../../shared/scene/theme.ts';

/** What a person has set, and what `system` comes to on this computer. Main decides; the window follows. */
export interface SettingsState {
  readonly settings: Settings;
  readonly language: Language;
  readonly theme: ThemeName;
}

export type SettingsStore = StoreApi<SettingsState>;

/** Makes a store of the settings as main told them. */
export function createSettingsStore(initial: SettingsState): SettingsStore {
  return createStore<SettingsState>(() => initial);
}
