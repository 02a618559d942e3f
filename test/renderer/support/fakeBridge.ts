import { vi } from 'vitest';
import type { Bridge, OpenedProject, Settings, WindowEvents, WindowStart } from '../../../shared/ipc/bridge.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { SETTINGS } from '../../fixtures/settings.ts';

/** A bridge whose every method is a mock, with a way to play main. */
export interface FakeBridge {
  readonly bridge: { readonly [Name in keyof Bridge]: Bridge[Name] & ReturnType<typeof vi.fn> };
  /** Tells the window something, as main does unasked. */
  tell<Name extends keyof WindowEvents>(name: Name, event: WindowEvents[Name]): void;
}

const cancelled = () => Promise.resolve(failure({ code: 'cancelled' as const }));
const nothing = () => Promise.resolve();

/** Makes a main process in which nothing goes wrong and every project is the small one of the fixtures. */
export function fakeBridge(project: OpenedProject = openedProject(smallProject())): FakeBridge {
  const listeners = new Map<string, Set<(event: never) => void>>();
  const opens = () => Promise.resolve(success(project));
  const saves = () => Promise.resolve(success({ ...project.save, fileName: 'Dress.meander', unsavedEdits: 0 }));
  const bridge: Bridge = {
    start: () => Promise.resolve(windowStart()),
    changeSettings: nothing,
    listRecent: () => Promise.resolve([]),
    forgetRecent: nothing,
    locateRecent: opens,
    listUnsaved: () => Promise.resolve([]),
    openWithDialog: cancelled,
    openRecent: opens,
    openSample: opens,
    openTemplate: opens,
    openDropped: opens,
    openEarlier: opens,
    openSalvaged: opens,
    cancelOpening: nothing,
    resumeUnsaved: opens,
    salvageUnsaved: opens,
    discardUnsaved: nothing,
    commit: () => Promise.resolve(success(project.save)),
    save: saves,
    saveAs: saves,
    saveVersion: saves,
    listVersions: () => Promise.resolve([]),
    readVersion: () => Promise.resolve(success(project.records)),
    nameVersion: nothing,
    lookAtFile: () => Promise.resolve('unchanged'),
    findMovedFile: () => Promise.resolve(null),
    followMovedFile: saves,
    compareWithFile: cancelled,
    compareWithCopy: cancelled,
    keepState: () => Promise.resolve(success(null)),
    joinCompared: saves,
    adoptFile: saves,
    putAsset: () => Promise.resolve(success('0'.repeat(64))),
    holdPictures: nothing,
    readPeople: cancelled,
    bringPictures: () => Promise.resolve([]),
    exportFile: () => Promise.resolve(success('Dress.pdf')),
    cancelExport: nothing,
    showExported: nothing,
    closeProject: nothing,
    run: nothing,
    tellMenu: nothing,
    popupMenu: nothing,
    minimizeWindow: nothing,
    toggleMaximized: nothing,
    confirmClose: nothing,
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
  };
  const mocked = Object.fromEntries(Object.entries(bridge).map(([name, method]) => [name, vi.fn(method as never)]));
  return {
    bridge: mocked as unknown as FakeBridge['bridge'],
    tell: (name, event) => {
      for (const listener of listeners.get(name) ?? []) listener(event as never);
    },
  };
}

/** What a window learns at the start, on Linux and in English unless said otherwise. */
export function windowStart(fields: Partial<WindowStart> = {}): WindowStart {
  const settings: Settings = { ...SETTINGS, language: 'system', theme: 'system' };
  return {
    platform: 'linux',
    version: '1.0.0',
    accountName: 'noor',
    settings,
    language: 'en',
    theme: 'light',
    window: { maximized: false, fullScreen: false, focused: true },
    recent: [],
    project: null,
    fault: null,
    ...fields,
  };
}
