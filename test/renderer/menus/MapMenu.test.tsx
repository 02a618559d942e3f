import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Application } from '../../../renderer/application.ts';
import { toView } from '../../../renderer/canvas/camera.ts';
import { boxOfPlace, type Place } from '../../../renderer/editing/place.ts';
import { type MapMenuSubject, mapMenuEntries } from '../../../renderer/menus/mapMenuEntries.ts';
import type { MapMenuEntry } from '../../../renderer/menus/mapMenuEntry.ts';
import { getRecord, recordsOfType } from '../../../shared/records/records.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { fakeBridge } from '../support/fakeBridge.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function edit(): Promise<Application> {
  const project = openedProject(smallProject());
  return (await renderApp({ project }, fakeBridge(project))).app;
}

/** The entry at the end of a way of labels, such as "Turn into", "Drop-off". */
function entryAt(entries: readonly MapMenuEntry[], ...way: readonly string[]): MapMenuEntry & { kind: 'item' } {
  const [label, ...rest] = way;
  const found = entries.find((entry) => entry.kind !== 'line' && entry.label === label);
  if (found?.kind === 'menu') return entryAt(found.entries, ...rest);
  if (found?.kind !== 'item') throw new Error(`There is no ${label} in the menu`);
  return found;
}

function choose(app: Application, place: MapMenuSubject | null, ...way: readonly string[]): void {
  act(() => {
    app.editor.goTo(place?.kind === 'persona' ? null : place);
    entryAt(mapMenuEntries(app, place), ...way).run();
  });
}

const records = (app: Application) => app.editor.records ?? new Map();
const steps = (app: Application) => recordsOfType(records(app), 'step').length;

test('a card turns only into what its lane takes', async () => {
  const app = await edit();
  const place: Place = { kind: 'card', id: 'card:slow' };
  const into = mapMenuEntries(app, place).find((entry) => entry.kind === 'menu' && entry.id === 'turnInto');
  expect(into?.kind === 'menu' && into.entries.map((entry) => entry.kind === 'item' && entry.label)).toEqual([
    'Pain point',
    'Drop-off',
  ]);
  choose(app, place, 'Turn into', 'Drop-off');
  expect(getRecord(records(app), 'card:slow')?.kind).toBe('dropOff');
  choose(app, place, 'How do we know', 'Assumption');
  expect(getRecord(records(app), 'card:slow')?.evidence).toBe('assumption');
});

test('a persona at the top of the sheet, and a point of her curve, change how her line is drawn', async () => {
  const app = await edit();
  const before = records(app);
  choose(app, { kind: 'persona', id: 'persona:sarah' }, 'Line of Sarah', 'Purple, dots, triangle');
  expect(getRecord(records(app), 'persona:sarah')?.colour).toBe('p3');
  choose(app, { kind: 'emotion', id: 'emotion:curious' }, 'Line of Sarah', 'Olive, dash and dot, diamond');
  expect(getRecord(records(app), 'persona:sarah')?.colour).toBe('p4');
  act(() => void app.editor.undo());
  act(() => void app.editor.undo());
  expect(records(app)).toEqual(before);
  choose(app, { kind: 'persona', id: 'persona:sarah' }, 'Open the page of Sarah');
  expect(app.session.getState().persona).toBe('persona:sarah');
});

test('a step is added and named as one entry of the history', async () => {
  const app = await edit();
  choose(app, { kind: 'step', id: 'step:ad' }, 'Step after');
  expect(steps(app)).toBe(6);
  act(() => {
    app.tools.sessions.type('Clicks');
    app.tools.sessions.end();
  });
  expect(recordsOfType(records(app), 'step').some(({ name }) => name === 'Clicks')).toBe(true);
  act(() => void app.editor.undo());
  expect(steps(app)).toBe(5);
});

test('stages and lanes are added where one asks for them', async () => {
  const app = await edit();
  choose(app, { kind: 'stage', id: 'stage:purchase' }, 'Stage before');
  act(() => app.tools.sessions.end());
  expect(app.scene.getState().shown?.layout.columns.stages.map(({ stage }) => stage.name)).toEqual([
    'Awareness',
    '',
    'Purchase',
  ]);
  choose(app, { kind: 'cell', lane: 'lane:actions', step: 'step:pay' }, 'Add', 'Lane below', 'Measures');
  act(() => app.tools.sessions.end());
  expect(app.scene.getState().shown?.layout.lanes[1]?.layout.lane).toMatchObject({
    kind: 'measures',
    name: 'Measures',
  });
});

test('an empty cell offers a card, one of the river a feeling', async () => {
  const app = await edit();
  choose(app, { kind: 'cell', lane: 'lane:pains', step: 'step:ad' }, 'New card of a kind', 'Drop-off');
  expect(app.editing.getState().text?.target.kind).toBe('card');
  act(() => app.tools.sessions.end());
  choose(app, { kind: 'cell', lane: 'lane:emotions', step: 'step:pay' }, 'New feeling here');
  expect(app.editing.getState().text?.target.kind).toBe('emotion');
});

test('the menu opens where the keyboard stands, does what is chosen and gives the focus back', async () => {
  const app = await edit();
  const canvas = screen.getByRole('application');
  canvas.focus();
  act(() => app.editor.goTo({ kind: 'emotion', id: 'emotion:curious' }));
  fireEvent.contextMenu(canvas, { button: 0 });
  const truth = await screen.findByRole('menuitemcheckbox', { name: /Moment of truth/ });
  expect(await findAccessFaults(screen.getByRole('menu'))).toEqual([]);
  fireEvent.click(truth);
  await waitFor(() => expect(getRecord(records(app), 'emotion:curious')?.momentOfTruth).toBe(true));
  await waitFor(() => expect(document.activeElement).toBe(canvas));
});

test.each(['a second button of the mouse', 'a button of another pointer', 'the menu key'])(
  'in the middle of a drag %s gives it up, with no menu and nothing carried',
  async (means) => {
    const app = await edit();
    const canvas = screen.getByRole('application');
    const before = records(app);
    const map = app.scene.getState().shown?.layout;
    const box = map && boxOfPlace(map, { kind: 'card', id: 'card:slow' });
    if (box === undefined) throw new Error('The card is not on the map');
    const { x, y } = toView(app.camera.getState().camera, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    const at = { pointerId: 1, clientX: x, clientY: y };
    const far = { pointerId: 1, clientX: x + 90, clientY: y + 60 };
    fireEvent.pointerDown(canvas, { ...at, button: 0, buttons: 1 });
    fireEvent.pointerMove(canvas, { ...far, button: -1, buttons: 1 });
    expect(app.editing.getState().gesture).toMatchObject({ kind: 'cards', cards: ['card:slow'] });
    if (means === 'a second button of the mouse') fireEvent.pointerMove(canvas, { ...far, button: 2, buttons: 3 });
    if (means === 'a button of another pointer') fireEvent.pointerDown(canvas, { ...far, pointerId: 2, button: 2 });
    expect(fireEvent.contextMenu(canvas, { ...far, button: means === 'the menu key' ? 0 : 2 })).toBe(false);
    expect(app.editing.getState().gesture).toBeNull();
    fireEvent.pointerMove(canvas, { ...at, button: -1, buttons: 1 });
    expect(app.editing.getState().gesture).toBeNull();
    fireEvent.pointerUp(canvas, { ...at, button: 0 });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(records(app)).toBe(before);
    fireEvent.pointerDown(canvas, { ...at, button: 2, buttons: 2 });
    fireEvent.contextMenu(canvas, { ...at, button: 2 });
    expect(await screen.findByRole('menu')).toBeTruthy();
  },
);
