import type { i18n } from 'i18next';
import type { StoreApi } from 'zustand/vanilla';
import { createI18n } from '../shared/i18n/translator.ts';
import type { Bridge, Platform, WindowStart } from '../shared/ipc/bridge.ts';
import { type CameraStore, createCameraStore } from './canvas/cameraStore.ts';
import { createCanvasMeasurer } from './canvas/canvasMeasurer.ts';
import { loadFonts } from './canvas/fonts.ts';
import { createDocumentStore, type DocumentStore } from './state/documentStore.ts';
import { createMapScene, type MapSceneState } from './state/mapScene.ts';
import { createSessionStore, type SessionStore } from './state/sessionStore.ts';
import { createSettingsStore, type SettingsStore } from './state/settingsStore.ts';

/** Everything one window is made of; components and commands get it, nothing is global. */
export interface Application {
  readonly bridge: Bridge;
  readonly platform: Platform;
  readonly version: string;
  /** The account's name on this computer, suggested as the author's. */
  readonly accountName: string;
  readonly i18n: i18n;
  readonly documents: DocumentStore;
  readonly session: SessionStore;
  readonly settings: SettingsStore;
  readonly camera: CameraStore;
  readonly scene: StoreApi<MapSceneState>;
}

/** Puts a window together from what main told it at the start. */
export function createApplication(bridge: Bridge, start: WindowStart): Application {
  const words = createI18n(start.language);
  const documents = createDocumentStore();
  const session = createSessionStore(start.recent, start.window.maximized);
  const { settings: chosen, language, theme } = start;
  const settings = createSettingsStore({ settings: chosen, language, theme });
  const camera = createCameraStore();
  const scene = createMapScene({
    documents,
    session,
    settings,
    camera,
    measurer: createCanvasMeasurer(),
    translator: (language) => words.getFixedT(language),
    loadFonts,
  });
  return {
    bridge,
    platform: start.platform,
    version: start.version,
    accountName: start.accountName,
    i18n: words,
    documents,
    session,
    settings,
    camera,
    scene,
  };
}
