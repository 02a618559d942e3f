import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('of a storage process that ends again and again only the last news is told', async () => {
  const { tell } = await renderApp({ project: openedProject(smallProject()) });
  for (let times = 0; times < 3; times += 1) await act(async () => tell('storage', 'restarted'));
  expect(screen.getAllByText(/was started again\. Nothing is lost\./)).toHaveLength(1);
  await act(async () => tell('storage', 'lost'));
  expect(screen.queryByText(/Nothing is lost\./)).toBeNull();
  expect(screen.getByText(/no longer being kept/)).toBeTruthy();
});
