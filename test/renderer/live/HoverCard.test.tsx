import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Application } from '../../../renderer/application.ts';
import { boxOfPlace } from '../../../renderer/editing/place.ts';
import { recordsOfType } from '../../../shared/records/records.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { renderApp } from '../support/renderApp.tsx';

let app: Application;
const words = 'Only two photos, both of the same model';

beforeEach(async () => {
  ({ app } = await renderApp({ project: openedProject(sampleRecords('sarah.en')) }));
  app.camera.resizeView({ width: 1200, height: 800 });
  app.camera.zoomTo(0.4);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
});

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function hover(text: string): void {
  const { shown } = app.scene.getState();
  const card = recordsOfType(app.editor.records ?? new Map(), 'card').find((each) => each.text.startsWith(text));
  const box = shown && card && boxOfPlace(shown.layout, { kind: 'card', id: card.id });
  if (!card || !box) throw new Error(`No card says ${text}`);
  act(() => app.editing.setState({ hover: { kind: 'card', card: card.id, lane: card.lane, box } }));
}

/** The words shown beside the map; null while none are. */
function shownWords(): string | null {
  const found = screen.queryAllByText(words).find((element) => element.closest('[class*="hoverCard"]'));
  return found?.closest('[hidden]') === null ? found.textContent : null;
}

test('The words of a small card show once the pointer rests on it, and go when they can be read', () => {
  hover('Only two photos');
  expect(shownWords()).toBeNull();
  act(() => vi.advanceTimersByTime(200));
  expect(shownWords()).toBe(words);
  act(() => app.camera.zoomTo(1));
  expect(shownWords()).toBeNull();
});

test('They are gone as soon as the pointer leaves', () => {
  hover('Only two photos');
  act(() => vi.advanceTimersByTime(200));
  act(() => app.editing.setState({ hover: null }));
  expect(shownWords()).toBeNull();
});
