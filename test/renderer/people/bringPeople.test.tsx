import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { peopleOf } from '../../../shared/exchange/people.ts';
import { recordsOfType } from '../../../shared/records/records.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { renderPanels } from '../inspector/renderPanels.tsx';
import { findAccessFaults } from '../support/findFaults.ts';

const sarah = sampleRecords('sarah.en');
const people = peopleOf(sarah);
const portraits = new Map(people.assets.map(({ hash }) => [hash, new Uint8Array([1, 2, 3])]));

beforeEach(() => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:face', revokeObjectURL: () => undefined }));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function openChoice(found = success({ fileName: 'Summer dress.meander', people, portraits })) {
  const rendered = await renderPanels();
  const { bridge } = rendered;
  bridge.readPeople.mockResolvedValue(found);
  bridge.putAsset.mockImplementation(async () => success(people.assets.at(-1)?.hash ?? ''));
  await userEvent.click(screen.getByRole('button', { name: 'From another project' }));
  const personas = () => recordsOfType(rendered.app.editor.records ?? new Map(), 'persona');
  return { ...rendered, personas };
}

describe('personas of another project', () => {
  test('are chosen from a list with portraits, and come as one edit with all of their page', async () => {
    const { app, bridge, personas, entries, undo, redo } = await openChoice();
    const dialog = await screen.findByRole('dialog', { name: 'Who comes along?' });
    expect(dialog.textContent).toContain('Summer dress.meander');
    const [face] = dialog.querySelectorAll('img');
    expect(dialog.querySelectorAll('img')).toHaveLength(2);
    if (face !== undefined) fireEvent.error(face);
    expect(dialog.querySelectorAll('img')).toHaveLength(1);
    expect(await findAccessFaults(dialog)).toEqual([]);
    const bring = () => within(dialog).getByRole('button', { name: /^Bring/ });
    expect(bring()).toHaveProperty('disabled', true);
    expect(within(dialog).getAllByText('Somebody of this name is here already')).toHaveLength(2);
    await userEvent.click(within(dialog).getByRole('checkbox', { name: /Marieke/ }));
    expect(bring().textContent).toBe('Bring 1 persona');
    await userEvent.click(bring());
    await waitFor(() => expect(personas()).toHaveLength(3));
    const came = personas().at(-1);
    expect(came).toMatchObject({ name: 'Marieke', goals: people.personas[1]?.goals });
    expect(came?.portrait).not.toBeNull();
    expect(bridge.putAsset).toHaveBeenCalledTimes(1);
    expect(app.session.getState()).toMatchObject({ people: null, persona: came?.id });
    expect(entries()).toBe(1);
    undo();
    expect(personas()).toHaveLength(2);
    redo();
    expect(personas()).toHaveLength(3);
  });

  test('come without a portrait that could not be kept, which is said', async () => {
    const { app, bridge, personas } = await openChoice();
    bridge.putAsset.mockResolvedValue(failure({ code: 'diskFull' }));
    const dialog = await screen.findByRole('dialog', { name: 'Who comes along?' });
    for (const box of within(dialog).getAllByRole('checkbox')) await userEvent.click(box);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Bring 2 personas' }));
    await waitFor(() => expect(personas()).toHaveLength(4));
    expect(personas().at(-1)?.portrait).toBeNull();
    expect(app.editing.getState().refusal).toMatchObject({ code: 'pictureStayed' });
    expect(app.session.getState().persona).toBeNull();
  });

  test('are asked for once more where nobody is in the file, or it cannot be read', async () => {
    const { bridge, personas } = await openChoice(
      success({ fileName: 'Empty.meander', people: peopleOf(new Map()), portraits: new Map() }),
    );
    const nobody = await screen.findByRole('alertdialog', { name: 'Nobody is in “Empty.meander”.' });
    const fault = { code: 'tooLarge', bytes: 3_000_000_000, most: 2_000_000_000 } as const;
    bridge.readPeople.mockResolvedValue(failure({ fault, fileName: 'Films.meander' }));
    await userEvent.click(within(nobody).getByRole('button', { name: 'Choose another file' }));
    const large = await screen.findByRole('alertdialog', { name: '“Films.meander” is too large.' });
    expect(large.textContent).toContain('3 GB');
    await userEvent.click(within(large).getByRole('button', { name: 'Understood' }));
    expect(personas()).toHaveLength(2);
  });

  test('stay where they are when the person changes their mind', async () => {
    const { app, personas } = await openChoice();
    await screen.findByRole('dialog', { name: 'Who comes along?' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(app.session.getState().people).toBeNull());
    act(() => undefined);
    expect(personas()).toHaveLength(2);
  });
});
