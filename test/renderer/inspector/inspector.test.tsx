import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { turnCard } from '../../../shared/edits/cardKinds.ts';
import { changeCards, lockCards, setCardKind, setCardSpan, setCardText } from '../../../shared/edits/cards.ts';
import { hideLanes } from '../../../shared/edits/lanes.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { recordsOfType } from '../../../shared/records/records.ts';
import { failure } from '../../../shared/util/result.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { drawFrame } from '../support/renderApp.tsx';
import { renderPanels } from './renderPanels.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('typing in the inspector', () => {
  test('is kept with every keystroke, is one entry of the history, and is taken back at once', async () => {
    const { read, entries, undo, right } = await renderPanels('card:slow');
    const field = right().getByRole('textbox', { name: 'Text' });
    await userEvent.type(field, ' now');
    expect(read('card:slow').text).toBe('The list loads slowly now');
    expect(entries()).toBe(1);
    await userEvent.tab();
    expect(entries()).toBe(1);
    undo();
    expect(read('card:slow').text).toBe('The list loads slowly');
    expect(right().getByDisplayValue('The list loads slowly')).toBeTruthy();
  });

  test('begins a new entry after the field was left', async () => {
    const { entries, right } = await renderPanels('card:slow');
    const owner = right().getByRole('textbox', { name: 'Owner' });
    await userEvent.type(owner, 'Tim');
    await userEvent.tab();
    await userEvent.type(owner, ' S');
    expect(entries()).toBe(2);
  });

  test('waits for an input method and writes once at its end', async () => {
    const { bridge, read, entries, right } = await renderPanels('card:slow');
    const field = right().getByRole('textbox', { name: 'Text' });
    fireEvent.compositionStart(field);
    for (const text of ['ｋ', 'か', 'かん']) fireEvent.change(field, { target: { value: text } });
    expect(read('card:slow').text).toBe('The list loads slowly');
    expect(field).toHaveProperty('value', 'かん');
    fireEvent.change(field, { target: { value: '漢' } });
    fireEvent.compositionEnd(field);
    expect(read('card:slow').text).toBe('漢');
    expect(entries()).toBe(1);
    await act(async () => undefined);
    expect(bridge.commit).toHaveBeenCalledTimes(1);
  });

  test('loses nothing that was being composed when something else is selected', async () => {
    const { app, read, right } = await renderPanels('card:slow');
    const field = right().getByRole('textbox', { name: 'Text' });
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: '漢字' } });
    act(() => app.editor.select(['card:fee']));
    await drawFrame();
    expect(read('card:slow').text).toBe('漢字');
  });

  test('shows what comes from elsewhere', async () => {
    const { app, right } = await renderPanels('card:slow');
    act(() => void app.editor.edit(setCardText, { card: 'card:slow', text: 'From elsewhere' }));
    await drawFrame();
    expect(right().getByDisplayValue('From elsewhere')).toBeTruthy();
  });
});

describe('a card', () => {
  test('whose picture cannot be read says so in place of a broken image', async () => {
    const { app, container, right } = await renderPanels('card:slow');
    act(() => {
      app.editor.edit(hideLanes, { lanes: ['lane:free'], hidden: false });
      app.editor.edit(turnCard, { card: 'card:slow', kind: 'picture' });
      app.editor.edit(changeCards, { cards: ['card:slow'], fields: { asset: 'asset:face' } });
    });
    await drawFrame();
    const picture = container.querySelector('aside:last-of-type img');
    if (picture === null) throw new Error('The card shows no picture');
    fireEvent.error(picture);
    expect(picture.isConnected).toBe(false);
    expect(right().getByText(/cannot be shown/)).toBeTruthy();
  });

  test('says how bad it is; the pressed one pressed again says nothing', async () => {
    const { read, right } = await renderPanels('card:slow');
    await userEvent.click(right().getByRole('button', { name: 'Stops' }));
    expect(read('card:slow').severity).toBe(3);
    await userEvent.click(right().getByRole('button', { name: 'Stops' }));
    expect(read('card:slow').severity).toBe(0);
  });

  test('says whether it is assumed or researched', async () => {
    const { read, undo, right } = await renderPanels('card:slow');
    await userEvent.click(right().getByRole('button', { name: 'Assumed' }));
    expect(read('card:slow').evidence).toBe('assumption');
    undo();
    expect(read('card:slow').evidence).toBe('researched');
  });

  test.each([
    ['What it shows', 'evidenceNote'],
    ['Quote or note', 'note'],
    ['Owner', 'owner'],
  ] as const)('keeps what is typed as “%s”, and undo takes it back', async (label, field) => {
    const { read, undo, entries, right } = await renderPanels('card:fee');
    await userEvent.type(right().getByRole('textbox', { name: label }), 'abc');
    expect(read('card:fee')[field]).toBe('abc');
    expect(entries()).toBe(1);
    undo();
    expect(read('card:fee')[field]).toBe('');
  });

  test('takes a source of the project, and a new one by its name', async () => {
    const { app, read, undo, right } = await renderPanels('card:fee');
    const field = right().getByRole('combobox', { name: 'Add a source' });
    await userEvent.type(field, 'Fun');
    await userEvent.click(await screen.findByRole('option', { name: 'Funnel' }));
    expect(read('card:fee').sources).toEqual(['source:funnel']);
    await userEvent.type(field, 'Diary study');
    await userEvent.click(await screen.findByRole('option', { name: 'Add “Diary study”' }));
    expect(read('card:fee').sources).toHaveLength(2);
    const names = () => recordsOfType(app.editor.records ?? new Map(), 'source').map(({ name }) => name);
    expect(names()).toContain('Diary study');
    undo();
    expect(read('card:fee').sources).toEqual(['source:funnel']);
    expect(names()).not.toContain('Diary study');
  });

  test('takes a tag and loses it again', async () => {
    const { read, right } = await renderPanels('card:fee');
    await userEvent.type(right().getByRole('combobox', { name: 'Add a tag' }), 'pri{Enter}');
    expect(read('card:fee').tags).toEqual(['tag:price']);
    await userEvent.click(right().getByRole('button', { name: 'Take off Price' }));
    expect(read('card:fee').tags).toEqual([]);
  });

  test('orders its channels', async () => {
    const { read, right } = await renderPanels('card:advert');
    await userEvent.click(right().getByRole('button', { name: 'Move Shop up' }));
    expect(read('card:advert').channels).toEqual(['channel:shop', 'channel:social']);
    right().getByRole('button', { name: /^Shop/ }).focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(read('card:advert').channels).toEqual(['channel:social', 'channel:shop']);
  });

  test('has an icon of its own when one is chosen', async () => {
    const { read, right } = await renderPanels('card:advert');
    await userEvent.click(right().getByText('Icon', { selector: 'summary' }));
    await userEvent.click(right().getByRole('radio', { name: 'Review' }));
    expect(read('card:advert').icon).toBe('star');
  });

  test('makes an opportunity that answers it, and goes there', async () => {
    const { app, read, right } = await renderPanels('card:fee');
    await userEvent.click(right().getByRole('button', { name: 'Make an opportunity from this' }));
    const [made] = app.editing.getState().selection;
    expect(read('card:fee').links).toEqual([made]);
    expect(right().getByRole('heading', { name: 'Opportunity' })).toBeTruthy();
  });

  test('is answered by an opportunity of the map', async () => {
    const { read, right } = await renderPanels('card:fee');
    await userEvent.type(right().getByRole('combobox', { name: 'Choose an opportunity' }), 'load{Enter}');
    expect(read('card:fee').links).toEqual(['card:faster']);
  });

  test('stands in the field of impact and effort by arrow keys, as one entry', async () => {
    const { read, entries, undo, right } = await renderPanels('card:fee');
    const field = right().getByRole('slider', { name: 'Impact and effort' });
    field.focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowLeft}');
    expect(read('card:fee')).toMatchObject({ impact: 5, effort: 2 });
    expect(field.getAttribute('aria-valuetext')).toBe('High impact, small effort: Do first');
    expect(entries()).toBe(1);
    undo();
    expect(read('card:fee')).toMatchObject({ impact: 0, effort: 0 });
  });

  test('has a day it shall be solved by, whose it is, and how many steps it covers', async () => {
    const { read, right } = await renderPanels('card:fee');
    await userEvent.type(right().getByRole('textbox', { name: 'Solve by' }), '30-9-2026');
    await userEvent.selectOptions(right().getByRole('combobox', { name: 'Whose card' }), 'Marieke');
    expect(read('card:fee')).toMatchObject({ due: '2026-09-30', persona: 'persona:marieke' });
  });

  test('takes only kinds that its lane takes', async () => {
    const { read, right } = await renderPanels('card:slow');
    const kind = right().getByRole('combobox', { name: 'Kind' });
    expect(within(kind).getAllByRole('option')).toHaveLength(2);
    await userEvent.selectOptions(kind, 'Drop-off');
    expect(read('card:slow').kind).toBe('dropOff');
  });

  test('cannot be changed while it is locked, and says so', async () => {
    const { app, read, right } = await renderPanels('card:slow');
    act(() => void app.editor.edit(lockCards, { cards: ['card:slow'], locked: true }));
    await drawFrame();
    expect(right().getByRole('textbox', { name: 'Text' })).toHaveProperty('disabled', false);
    expect(right().getByRole('textbox', { name: 'Text' }).matches(':disabled')).toBe(true);
    await userEvent.click(right().getByRole('button', { name: 'Unlock' }));
    expect(read('card:slow').locked).toBe(false);
  });

  test('says that its lane is hidden, and shows it again', async () => {
    const { app, read, right } = await renderPanels('card:slow');
    const { lane } = read('card:slow');
    act(() => void app.editor.edit(hideLanes, { lanes: [lane], hidden: true }));
    await drawFrame();
    expect(right().getByText('This stands in a lane that the map does not show.')).toBeTruthy();
    await userEvent.click(right().getByRole('button', { name: 'Show' }));
    expect(read(lane).hidden).toBe(false);
    expect(right().queryByText('This stands in a lane that the map does not show.')).toBeNull();
  });

  test('can be spoken of, and what was said can be dealt with', async () => {
    const { app, right } = await renderPanels('card:fee');
    await userEvent.type(right().getByRole('textbox', { name: 'Comments' }), 'How much?{Enter}');
    const comment = () =>
      recordsOfType(app.editor.records ?? new Map(), 'comment').find(({ text }) => text === 'How much?');
    expect(comment()).toMatchObject({ about: 'card:fee', author: 'Noor', resolved: false });
    await userEvent.click(right().getByRole('button', { name: 'Deal with it' }));
    expect(comment()?.resolved).toBe(true);
  });

  test('keeps a comment that was typed and not sent, when something else is selected or the project is saved', async () => {
    const { app, right } = await renderPanels('card:fee');
    const about = () =>
      recordsOfType(app.editor.records ?? new Map(), 'comment')
        .filter(({ author }) => author === 'Noor')
        .map(({ about, text }) => [about, text]);
    const before = about();
    await userEvent.type(right().getByRole('textbox', { name: 'Comments' }), 'Too much ');
    act(() => app.editor.select(['card:slow']));
    expect(about()).toEqual([...before, ['card:fee', 'Too much']]);
    await userEvent.type(right().getByRole('textbox', { name: 'Comments' }), 'How slow 😀');
    act(() => app.drafts.keepAll());
    expect(about()).toEqual([...before, ['card:fee', 'Too much'], ['card:slow', 'How slow 😀']]);
    expect(right().getByRole('textbox', { name: 'Comments' })).toHaveProperty('value', '');
  });
});

describe('several cards', () => {
  test('show what they share and change together', async () => {
    const { read, entries, undo, right } = await renderPanels('card:slow', 'card:fee');
    expect(right().getByRole('heading', { name: '2 cards' })).toBeTruthy();
    await userEvent.click(right().getByRole('button', { name: 'Nuisance' }));
    expect([read('card:slow').severity, read('card:fee').severity]).toEqual([1, 1]);
    expect(entries()).toBe(1);
    undo();
    expect([read('card:slow').severity, read('card:fee').severity]).toEqual([2, 3]);
  });

  test('of different lanes come into one, each in its step, and reach as far as each other', async () => {
    const { read, undo, right } = await renderPanels('card:slow', 'card:faster');
    const lane = right().getByRole('combobox', { name: 'Lane' });
    expect(lane).toHaveProperty('value', '');
    await userEvent.selectOptions(lane, 'lane:opportunities');
    expect([read('card:slow').lane, read('card:faster').lane]).toEqual(['lane:opportunities', 'lane:opportunities']);
    undo();
    expect(read('card:slow').lane).toBe('lane:pains');
    await userEvent.click(right().getByRole('spinbutton', { name: 'Steps it covers' }));
    await userEvent.keyboard('{ArrowUp}');
    expect([read('card:slow').span, read('card:faster').span]).toEqual([2, 2]);
  });

  test('show no number where theirs differ, and take the one that is typed', async () => {
    const { app, read, right } = await renderPanels('card:slow', 'card:faster');
    act(() => void app.editor.edit(setCardSpan, { card: 'card:slow', span: 2 }));
    await drawFrame();
    const span = right().getByRole('spinbutton', { name: 'Steps it covers' });
    expect(span).toHaveProperty('value', '');
    expect(span).toHaveProperty('placeholder', 'Various');
    await userEvent.type(span, '2');
    expect([read('card:slow').span, read('card:faster').span]).toEqual([2, 2]);
  });

  test('and feelings are known and copied together', async () => {
    const { app, read, entries, undo, redo, right } = await renderPanels('card:slow', 'emotion:calm');
    expect(right().getByRole('heading', { name: '2 selected' })).toBeTruthy();
    const known = () => [read('card:slow').evidence, read('emotion:calm').evidence];
    const before = known();
    await userEvent.click(right().getByRole('button', { name: 'Researched' }));
    expect(known()).toEqual(['researched', 'researched']);
    expect(entries()).toBe(1);
    undo();
    expect(known()).toEqual(before);
    redo();
    expect(known()).toEqual(['researched', 'researched']);
    const records = () => app.editor.records ?? new Map();
    const count = () => recordsOfType(records(), 'card').length + recordsOfType(records(), 'emotion').length;
    const had = count();
    await userEvent.click(right().getByRole('button', { name: /^More about/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Duplicate' }));
    expect(count()).toBe(had + 2);
    expect(entries()).toBe(2);
    undo();
    expect(count()).toBe(had);
  });

  test('go together', async () => {
    const { app, right, undo, read } = await renderPanels('card:slow', 'emotion:calm');
    expect(right().getByText('1 card and 1 feeling')).toBeTruthy();
    await userEvent.click(right().getByRole('button', { name: /^More about/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete all 2' }));
    expect(app.editor.records?.has('card:slow')).toBe(false);
    expect(app.editor.records?.has('emotion:calm')).toBe(false);
    undo();
    expect(read('emotion:calm').label).toBe('Calm');
  });
});

describe('a feeling', () => {
  test('moves by slider and number, with a comma too', async () => {
    const { read, right } = await renderPanels('emotion:hesitant');
    fireEvent.change(right().getByRole('slider', { name: 'How it feels' }), { target: { value: '-0.5' } });
    expect(read('emotion:hesitant').value).toBe(-0.5);
    const number = right().getByRole('spinbutton', { name: 'How it feels, from −2 to +2' });
    await userEvent.clear(number);
    await userEvent.type(number, '-1,25');
    expect(read('emotion:hesitant').value).toBe(-1.25);
    await userEvent.keyboard('{ArrowUp}');
    expect(read('emotion:hesitant').value).toBe(-1);
  });

  test('has a word, a cause, a moment of truth and a place in its step', async () => {
    const { read, right } = await renderPanels('emotion:calm');
    await userEvent.type(right().getByRole('textbox', { name: 'In a word' }), 'er');
    await userEvent.type(right().getByRole('textbox', { name: 'What causes it' }), 'Tea');
    await userEvent.click(right().getByRole('checkbox', { name: 'Moment of truth' }));
    const offset = right().getByRole('spinbutton', { name: 'Where in the step' });
    await userEvent.clear(offset);
    await userEvent.type(offset, '25');
    expect(read('emotion:calm')).toMatchObject({ label: 'Calmer', cause: 'Tea', momentOfTruth: true, offset: 0.25 });
  });
});

describe('stages, steps, lanes and the map', () => {
  test('a stage has a name, a goal and a colour, and takes another step', async () => {
    const { app, read, right } = await renderPanels('stage:awareness');
    await userEvent.type(right().getByRole('textbox', { name: 'Name' }), '!');
    await userEvent.type(right().getByRole('textbox', { name: 'Goal' }), 'Be seen');
    await userEvent.click(right().getByRole('radio', { name: 'Heather' }));
    expect(read('stage:awareness')).toMatchObject({ name: 'Awareness!', goal: 'Be seen', colour: 'heather' });
    await userEvent.click(right().getByRole('button', { name: 'Add a step' }));
    expect(app.editing.getState().selection[0]).toMatch(/^step:/);
    expect(right().getByDisplayValue('New step')).toBeTruthy();
  });

  test('a step is as wide as one types, once that is a width', async () => {
    const { read, right } = await renderPanels('step:ad');
    const width = right().getByRole('spinbutton', { name: 'Width' });
    await userEvent.clear(width);
    await userEvent.type(width, '24');
    expect(read('step:ad').width).toBe(180);
    await userEvent.type(width, '0');
    expect(read('step:ad').width).toBe(240);
  });

  test('a lane has a name, a hint, a line and a height, and hides', async () => {
    const { read, right } = await renderPanels('lane:pains');
    await userEvent.type(right().getByRole('textbox', { name: 'Hint' }), 'What hurts');
    await userEvent.selectOptions(right().getByRole('combobox', { name: 'Line below' }), 'Line of visibility');
    await userEvent.click(right().getByRole('checkbox', { name: 'Hidden' }));
    expect(read('lane:pains')).toMatchObject({ hint: 'What hurts', border: 'visibility', hidden: true });
  });

  test('a step with cards in it asks what becomes of them', async () => {
    const { app, read } = await renderPanels('step:cart');
    act(() => app.editing.setState({ removal: { id: 'step:cart' } }));
    const question = await screen.findByRole('alertdialog', { name: 'Delete the step “Cart”?' });
    expect(question.textContent).toContain('1 card and 1 feeling');
    await userEvent.click(within(question).getByRole('button', { name: 'Keep them beside it' }));
    expect(app.editor.records?.has('step:cart')).toBe(false);
    expect(read('card:dear').step).toBe('step:search');
  });

  test('nothing selected is the map, every field of it', async () => {
    const { read, right, undo } = await renderPanels();
    await userEvent.type(right().getByRole('textbox', { name: 'Title' }), '!');
    await userEvent.type(right().getByRole('textbox', { name: 'Made by' }), 'Noor');
    await userEvent.selectOptions(right().getByRole('combobox', { name: 'For whom' }), 'B2B');
    expect(read('map:today')).toMatchObject({ title: 'Today!', authors: 'Noor', audience: 'b2b' });
    undo();
    expect(read('map:today').audience).toBe('b2c');
    await userEvent.click(right().getByRole('button', { name: 'Hide Sarah on this map' }));
    expect(read('map:today').hiddenPersonas).toContain('persona:sarah');
  });
});

describe('what cannot be done', () => {
  test('is said in words with what to do, in one place', async () => {
    const { app } = await renderPanels('card:slow');
    act(() => void app.editor.edit(setCardKind, { cards: ['card:slow'], kind: 'goal' }));
    expect(screen.getByText(createTranslator('en')('refusal.kindNotTaken'))).toBeTruthy();
  });

  test('while edits cannot be kept, nothing may be changed and a copy is offered', async () => {
    const { app, bridge, right } = await renderPanels('card:slow');
    act(() => app.editing.setState({ frozen: { code: 'diskFull' } }));
    expect(right().getByRole('textbox', { name: 'Text' }).matches(':disabled')).toBe(true);
    await userEvent.click(right().getByRole('button', { name: 'Save a copy elsewhere' }));
    expect(bridge.saveAs).toHaveBeenCalledWith('document:1', true);
  });

  test('a change that could not be kept is offered again, and editing goes on when it is kept', async () => {
    const { app, bridge, right } = await renderPanels('card:slow');
    bridge.commit.mockResolvedValueOnce(failure({ code: 'diskFull' }));
    await act(async () => app.editor.edit(setCardKind, { cards: ['card:slow'], kind: 'pain' }));
    await act(async () => app.editor.edit(setCardText, { card: 'card:slow', text: 'Too slow' }));
    await userEvent.click(await right().findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(app.editing.getState().frozen).toBeNull());
    const numbers = bridge.commit.mock.calls.map(([, edit]) => edit.number);
    expect(numbers[0]).toBe(numbers[1]);
  });
});

describe('what assistive technology meets', () => {
  test.each([
    [['card:slow']],
    [['card:advert']],
    [['card:slow', 'card:fee']],
    [['emotion:hesitant']],
    [['stage:awareness']],
    [['step:ad']],
    [['lane:pains']],
    [[]],
  ] as const)('has no serious fault for %j', async (selection) => {
    const { container } = await renderPanels(...selection);
    expect(await findAccessFaults(container)).toEqual([]);
  });
});
