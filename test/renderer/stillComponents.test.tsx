import { act, cleanup, render } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../renderer/App.tsx';
import type { Application } from '../../renderer/application.ts';
import { boxOfPlace, type Place } from '../../renderer/editing/place.ts';
import type { ToolPointer } from '../../renderer/tools/tool.ts';
import { openedProject } from '../fixtures/openedProject.ts';
import { smallProject } from '../fixtures/projects.ts';
import { fakeBridge } from './support/fakeBridge.ts';
import { renderApp } from './support/renderApp.tsx';

// Every frame of these has less than 16 ms, and a render of the window takes longer (docs/performance.md).
describe('no component of the window renders', () => {
  const rendered = vi.fn();
  let app: Application;

  beforeEach(async () => {
    const project = openedProject(smallProject());
    ({ app } = await renderApp({ project, language: 'en' }, fakeBridge(project)));
    cleanup();
    render(
      <Profiler id="window" onRender={rendered}>
        <App app={app} />
      </Profiler>,
    );
    await act(async () => app.camera.resizeView({ width: 1600, height: 900 }));
    rendered.mockClear();
  });

  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  /** A pointer this far from the middle of a place, px of the sheet. */
  const pointer = (place: Place, dx = 0, dy = 0): ToolPointer => {
    const layout = app.scene.getState().shown?.layout;
    const box = layout && boxOfPlace(layout, place);
    if (box === undefined) throw new Error('This is not on the map');
    const at = { x: box.x + box.width / 2 + dx, y: box.y + box.height / 2 + dy };
    return { ...at, viewX: at.x, viewY: at.y, zoom: 1, shift: false, mod: false, alt: false };
  };
  /** Lets what follows the stores a frame later come. */
  const nextFrames = () => new Promise((resolve) => setTimeout(resolve, 50));
  const hold = async (from: ToolPointer, dx: number, dy: number): Promise<void> => {
    const at = (share: number): ToolPointer => ({
      ...from,
      x: from.x + share * dx,
      y: from.y + share * dy,
      viewX: from.viewX + share * dx,
      viewY: from.viewY + share * dy,
    });
    await act(async () => {
      app.tools.move(from);
      app.tools.press(from);
      app.tools.move(at(0.2));
      await nextFrames();
    });
    rendered.mockClear();
    await act(async () => {
      for (let step = 3; step <= 20; step++) app.tools.move(at(step / 10));
      await nextFrames();
    });
  };

  test('while the map is moved and zoomed', async () => {
    await act(async () => {
      for (let step = 0; step < 10; step++) app.camera.panBy(10, 5);
      for (const zoom of [0.9, 1.2, 2, 0.3]) app.camera.zoomTo(zoom);
      app.camera.fit();
      await nextFrames();
    });
    expect(rendered).not.toHaveBeenCalled();
  });

  test('while the pointer goes over the map', async () => {
    const from = pointer({ kind: 'card', id: 'card:clicks' });
    await act(async () => {
      for (let step = 0; step < 30; step++) app.tools.move({ ...from, x: from.x + 12 * step });
      await nextFrames();
    });
    expect(app.editing.getState().hover).not.toBeNull();
    expect(rendered).not.toHaveBeenCalled();
  });

  test('while a card is dragged', async () => {
    await hold(pointer({ kind: 'card', id: 'card:clicks' }), 150, 40);
    expect(app.editing.getState().gesture?.kind).toBe('cards');
    expect(rendered).not.toHaveBeenCalled();
  });

  test('while a frame is drawn over the map', async () => {
    await hold(pointer({ kind: 'cell', lane: 'lane:pains', step: 'step:ad' }, 0, 20), 200, 60);
    expect(app.editing.getState().gesture?.kind).toBe('marquee');
    expect(rendered).not.toHaveBeenCalled();
  });

  test('while a stage is dragged', async () => {
    await hold(pointer({ kind: 'stage', id: 'stage:awareness' }), 200, 0);
    expect(app.editing.getState().gesture?.kind).toBe('head');
    expect(rendered).not.toHaveBeenCalled();
  });

  test('while a feeling is dragged', async () => {
    await hold(pointer({ kind: 'emotion', id: 'emotion:curious' }), 0, 40);
    expect(app.editing.getState().gesture?.kind).toBe('feeling');
    expect(rendered).not.toHaveBeenCalled();
  });
});
