import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../../renderer/commands/runCommand.ts';
import { keysByContext } from '../../../renderer/help/keysByContext.ts';
import { COMMANDS, chordsOf, commandTitleKey } from '../../../shared/commands/catalogue.ts';
import { isTextCommand } from '../../../shared/commands/commandIds.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { LANGUAGES, PLATFORMS } from '../../../shared/ipc/bridge.ts';
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

describe.each(LANGUAGES)('the keys in %s', (language) => {
  test.each(PLATFORMS)('tell every command that has some: %s', (platform) => {
    const t = createTranslator(language);
    const told = keysByContext(t, platform).flatMap(({ lines }) => lines.map(({ name }) => name));
    const missing = COMMANDS.filter((command) => !isTextCommand(command.id) && chordsOf(command, platform).length > 0)
      .map(({ id }) => t(commandTitleKey(id)))
      .filter((name) => !told.includes(name));
    expect(missing).toEqual([]);
  });
});

test('? lists all keys by where they work, without a serious fault', async () => {
  const project = openedProject(smallProject());
  const { app } = await renderApp({ project }, fakeBridge(project));
  await act(() => runCommand(app, 'help.keys'));
  const dialog = await screen.findByRole('dialog', { name: 'All keys' });
  expect(
    within(dialog)
      .getAllByRole('heading', { level: 3 })
      .map((head) => head.textContent),
  ).toEqual([
    'On the map',
    'With a card, feeling or head selected',
    'While typing on the map',
    'In a project',
    'Everywhere',
  ]);
  expect(within(dialog).getByText('Move what is selected').parentElement?.textContent).toContain('AltArrows');
  expect(await findAccessFaults(dialog)).toEqual([]);
});
