import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Application } from '../../../renderer/application.ts';
import type { CardTarget } from '../../../renderer/editing/editingState.ts';
import { recordsOfType } from '../../../shared/records/records.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { renderApp } from '../support/renderApp.tsx';

let app: Application;

beforeEach(async () => {
  ({ app } = await renderApp({ project: openedProject(sampleRecords('sarah.en')) }));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Carries the first card to its own cell, with what is found there. */
function carry(target: Pick<CardTarget, 'words' | 'refusal'> | null): void {
  const [card] = recordsOfType(app.editor.records ?? new Map(), 'card');
  if (card === undefined) throw new Error('There is no card');
  const box = { x: 0, y: 0, width: 10, height: 10 };
  const place = { lane: card.lane, step: card.step, at: 'last', mark: box, cell: box } as const;
  const by = { x: 0, y: 0 };
  const gesture = {
    kind: 'cards',
    cards: [card.id],
    by,
    copy: false,
    target: target && { ...place, ...target },
  } as const;
  act(() => app.editing.setState({ gesture }));
}

const isShown = (words: string): boolean => screen.queryByText(words)?.closest('[hidden]') === null;

test('cards in the hand say where they land, why they may not, and nothing more once they are let go', () => {
  carry({ words: 'landsAbove', refusal: null });
  expect(isShown('Lands above this one')).toBe(true);
  carry({ words: 'landsHere', refusal: 'laneTakesNoCards' });
  expect(isShown('The emotion lane takes feelings, not cards. Choose another lane.')).toBe(true);
  expect(screen.queryByText('Lands above this one')).toBeNull();
  carry(null);
  expect(isShown('The emotion lane takes feelings, not cards. Choose another lane.')).toBe(false);
});
