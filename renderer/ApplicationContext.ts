import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Application } from './application.ts';
import type { EditingState } from './editing/editingState.ts';
import type { OpenDocument } from './state/documentStore.ts';
import type { MapScene } from './state/mapScene.ts';
import type { SessionState } from './state/sessionStore.ts';
import type { SettingsState } from './state/settingsStore.ts';

/** Carries the application to its components. */
export const ApplicationContext = createContext<Application | null>(null);

/** The application this component belongs to. */
export function useApplication(): Application {
  const app = useContext(ApplicationContext);
  if (app === null) throw new Error('Components stand inside an ApplicationContext');
  return app;
}

/** A part of the open document; rendered anew only when that part changes. Null while none is open. */
export function useDocument<Part>(select: (document: OpenDocument) => Part): Part | null {
  return useStore(useApplication().documents, ({ document }) => (document === null ? null : select(document)));
}

/** A part of the session. */
export function useSession<Part>(select: (session: SessionState) => Part): Part {
  return useStore(useApplication().session, select);
}

/** A part of the settings. */
export function useSettings<Part>(select: (settings: SettingsState) => Part): Part {
  return useStore(useApplication().settings, select);
}

/** The map as laid out; null while none is shown. Changes with the document, never with the camera. */
export function useMapScene(): MapScene | null {
  return useStore(useApplication().scene, ({ shown }) => shown);
}

/** A part of what editing has under way. */
export function useEditing<Part>(select: (editing: EditingState) => Part): Part {
  return useStore(useApplication().editing, select);
}
