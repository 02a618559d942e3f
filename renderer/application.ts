import type { i18n } from 'i18next';
import { nanoid } from 'nanoid';
import type { StoreApi } from 'zustand/vanilla';
import { createI18n } from '../shared/i18n/translator.ts';
import type { Bridge, Platform, WindowStart } from '../shared/ipc/bridge.ts';
import { afterFrame, nextTask } from './afterFrame.ts';
import { type CameraStore, createCameraStore } from './canvas/cameraStore.ts';
import { createCanvasMeasurer } from './canvas/canvasMeasurer.ts';
import { loadFonts } from './canvas/fonts.ts';
import { MapClipboard } from './clipboard/mapClipboard.ts';
import { Drafts } from './editing/drafts.ts';
import { createEditingStore, type EditingStore } from './editing/editingState.ts';
import { Editor } from './editing/editor.ts';
import { followDocument } from './editing/followDocument.ts';
import type { HeadPlus } from './editing/headPlus.ts';
import { Finder } from './find/finder.ts';
import { addHeadAt } from './menus/addHeads.ts';
import { createDocumentStore, type DocumentStore } from './state/documentStore.ts';
import { createMapScene, type MapSceneState } from './state/mapScene.ts';
import { createSessionStore, type SessionStore } from './state/sessionStore.ts';
import { createSettingsStore, type SettingsStore } from './state/settingsStore.ts';
import { MapTools } from './tools/mapTools.ts';

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
  readonly editing: EditingStore;
  /** The one door for changes to the document. */
  readonly editor: Editor;
  /** What is typed and not yet part of the document. */
  readonly drafts: Drafts;
  /** Edits that are not kept in the working copy yet. */
  readonly waitingEdits: () => number;
  /** Resolves when every edit so far is kept in the working copy, or has failed. */
  readonly settleEdits: () => Promise<void>;
  /** Runs something after all edits so far and before all that follow. */
  readonly afterEdits: <Value>(task: () => Promise<Value>) => Promise<Value>;
  /** Tries once more to keep what could not be kept; editing goes on when all of it is. */
  readonly retryEdits: () => Promise<void>;
  readonly scene: StoreApi<MapSceneState>;
  /** What pointer and keyboard do on the map. */
  readonly tools: MapTools;
  /** What copying and pasting do on the map. */
  readonly clipboard: MapClipboard;
  /** Finding and replacing words. */
  readonly finder: Finder;
}

/** Puts a window together from what main told it at the start. */
export function createApplication(bridge: Bridge, start: WindowStart): Application {
  const words = createI18n(start.language);
  const documents = createDocumentStore();
  const session = createSessionStore(start.recent, start.window.maximized);
  const { settings: chosen, language, theme } = start;
  const settings = createSettingsStore({ settings: chosen, language, theme });
  const camera = createCameraStore();
  const editing = createEditingStore();
  const outbox = followDocument({
    bridge: {
      // To hand over hundreds of records takes half a frame, which the person who waits for an answer would miss.
      commit: async (handle, edit) => {
        await nextTask();
        return bridge.commit(handle, edit);
      },
    },
    documents,
    editing,
  });
  const environment = { randomText: (length: number) => nanoid(length), now: () => Date.now() };
  const editor = new Editor({ documents, editing, environment, outbox });
  const scene = createMapScene({
    documents,
    editing,
    session,
    settings,
    camera,
    measurer: createCanvasMeasurer(),
    translator: (language) => words.getFixedT(language),
    loadFonts,
  });
  const map = () => session.getState().map;
  const project = () => documents.getState().document?.handle ?? null;
  const bringPictures = async (hashes: readonly string[]): Promise<ReadonlySet<string>> => {
    const handle = project();
    return new Set(handle === null ? [] : await bridge.bringPictures(handle, hashes));
  };
  const addHead = (plus: HeadPlus): void => addHeadAt({ editor, editing, session, tools, i18n: words }, plus);
  const tools: MapTools = new MapTools({
    editor,
    editing,
    scene,
    clock: {
      setTimeout: (callback, ms) => window.setTimeout(callback, ms),
      clearTimeout: (timer) => window.clearTimeout(timer),
      afterFrame,
    },
    addHead,
    newPersonaName: () => words.t('persona.newName'),
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
    editing,
    editor,
    drafts: new Drafts(),
    waitingEdits: () => outbox()?.waiting() ?? 0,
    settleEdits: async () => outbox()?.settled(),
    afterEdits: (task) => outbox()?.run(task) ?? task(),
    retryEdits: async () => {
      if (await outbox()?.retry()) editing.setState({ frozen: null });
    },
    scene,
    tools,
    clipboard: new MapClipboard({ editor, editing, project, map, bringPictures }),
    finder: new Finder({ editor, editing, scene, camera, session }),
  };
}
