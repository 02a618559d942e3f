import { createStore, type StoreApi } from 'zustand/vanilla';
import { guideWords, layoutWords, sceneWords } from '../../shared/i18n/sheetWords.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { assetUrl, type Language } from '../../shared/ipc/bridge.ts';
import type { DocumentHandle } from '../../shared/ipc/projectStore.ts';
import type { TextMeasurer } from '../../shared/layout/font.ts';
import type { GuideWords } from '../../shared/layout/layoutWords.ts';
import { createMapLayouter, type MapLayout, type MapLayouter } from '../../shared/layout/mapLayout.ts';
import { SHEET_METRICS } from '../../shared/layout/metrics.ts';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord } from '../../shared/records/records.ts';
import { createSceneBuilder, type DrawnMap, type SceneBuilder } from '../../shared/scene/buildScene.ts';
import type { CameraStore } from '../canvas/cameraStore.ts';
import { rareCharacters } from '../canvas/fonts.ts';
import { createPictureCache, type PictureCache } from '../canvas/pictureCache.ts';
import type { EditingStore } from '../editing/editingState.ts';
import { isBeingBegun } from '../guide/guideMoves.ts';
import type { DocumentStore } from './documentStore.ts';
import type { SessionStore } from './sessionStore.ts';
import type { SettingsStore } from './settingsStore.ts';

/** The map in the window, laid out and made into a display list. */
export interface MapScene {
  readonly map: Id<'map'>;
  readonly layout: MapLayout;
  readonly scene: DrawnMap;
  readonly pictures: PictureCache;
}

export interface MapSceneState {
  readonly shown: MapScene | null;
}

/** What map scenes are made with. */
export interface MapSceneSources {
  readonly documents: DocumentStore;
  readonly editing: EditingStore;
  readonly session: SessionStore;
  readonly settings: SettingsStore;
  readonly camera: CameraStore;
  readonly measurer: TextMeasurer;
  readonly translator: (language: Language) => Translate;
  /** Resolves when the fonts of a text can be measured. */
  readonly loadFonts: (text: string) => Promise<void>;
}

/** What layouts and scenes are made with in one language. */
interface Makers {
  readonly language: Language;
  readonly layouter: MapLayouter;
  readonly builder: SceneBuilder;
  readonly guide: GuideWords;
}

/**
 * Draws the document as the data flow has it: records to layout to scene, whenever the document, the map shown or
 * the language changes. Fonts are awaited once for each document, before anything of it is measured.
 */
export function createMapScene(sources: MapSceneSources): StoreApi<MapSceneState> {
  const { documents, editing, session, settings, camera } = sources;
  const store = createStore<MapSceneState>(() => ({ shown: null }));
  let makers: Makers | null = null;
  let pictures: { readonly handle: DocumentHandle; readonly cache: PictureCache } | null = null;
  let fontsReadyFor: DocumentHandle | null = null;

  const makersFor = (language: Language): Makers => {
    if (makers?.language === language) return makers;
    const translate = sources.translator(language);
    const { measurer } = sources;
    makers = {
      language,
      layouter: createMapLayouter({ metrics: SHEET_METRICS, measurer, words: layoutWords(translate) }),
      builder: createSceneBuilder(sceneWords(translate), measurer),
      guide: guideWords(translate),
    };
    return makers;
  };

  const picturesOf = (handle: DocumentHandle): PictureCache => {
    if (pictures?.handle === handle) return pictures.cache;
    pictures?.cache.close();
    pictures = { handle, cache: createPictureCache((hash) => assetUrl(handle, hash)) };
    return pictures.cache;
  };

  const draw = (): void => {
    const { document } = documents.getState();
    const { map } = session.getState();
    if (document === null || map === null || getRecord(document.records, map) === undefined) {
      forget();
      return;
    }
    const { handle } = document;
    const { preview, text } = editing.getState();
    const records = preview ?? document.records;
    if (fontsReadyFor !== handle) {
      void sources.loadFonts(rareCharacters(records.values())).then(() => {
        if (documents.getState().document?.handle !== handle) return;
        fontsReadyFor = handle;
        draw();
      });
      return;
    }
    const { settings: chosen, language } = settings.getState();
    const { layouter, builder, guide: words } = makersFor(language);
    const guide = chosen.guide && isBeingBegun(records, map) ? words : null;
    const edited = text?.target.kind === 'card' ? text.target.id : null;
    const layout = layouter.layout(records, map, { edited, guide });
    const scene = builder.build(layout, records);
    const before = store.getState().shown;
    if (before?.map === map) camera.resizeSheet(scene);
    else {
      keepPlace(before);
      camera.showMap(scene, session.leftAt.get(map) ?? null);
    }
    store.setState({ shown: { map, layout, scene, pictures: picturesOf(handle) } });
  };

  const keepPlace = (before: MapScene | null): void => {
    if (before !== null) session.leftAt.set(before.map, camera.getState().camera);
  };
  const forget = (): void => {
    if (documents.getState().document === null) {
      pictures?.cache.close();
      pictures = null;
      fontsReadyFor = null;
      session.leftAt.clear();
    }
    if (store.getState().shown === null) return;
    camera.leaveMap();
    store.setState({ shown: null });
  };

  documents.subscribe((now, before) => {
    if (now.document?.records !== before.document?.records) draw();
  });
  editing.subscribe((now, before) => {
    if (now.preview !== before.preview || now.text?.target !== before.text?.target) draw();
  });
  session.subscribe((now, before) => {
    if (now.map !== before.map) draw();
  });
  settings.subscribe((now, before) => {
    if (now.language !== before.language || now.settings.guide !== before.settings.guide) draw();
  });
  return store;
}
