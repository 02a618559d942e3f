import { Tooltip } from '@base-ui/react/tooltip';
import { act, render, screen, within } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { ApplicationContext } from '../../../renderer/ApplicationContext.ts';
import { createApplication } from '../../../renderer/application.ts';
import { showProject } from '../../../renderer/commands/openProject.ts';
import { NoticeDialog } from '../../../renderer/dialogs/NoticeDialog.tsx';
import type { Selectable } from '../../../renderer/editing/place.ts';
import { PersonaDialog } from '../../../renderer/inspector/persona/PersonaDialog.tsx';
import { RemovalQuestion } from '../../../renderer/inspector/RemovalQuestion.tsx';
import { RefusalBar } from '../../../renderer/outline/RefusalBar.tsx';
import { LeftPanel } from '../../../renderer/panels/LeftPanel.tsx';
import { RightPanel } from '../../../renderer/panels/RightPanel.tsx';
import { PeopleDialog } from '../../../renderer/people/PeopleDialog.tsx';
import type { Id, RecordType } from '../../../shared/records/ids.ts';
import { getRecord, type RecordShapes } from '../../../shared/records/records.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { fakeBridge, windowStart } from '../support/fakeBridge.ts';
import { drawFrame, installWindow } from '../support/renderApp.tsx';

/** The panels of the small project around a map that is not drawn, with something selected. */
export async function renderPanels(...selection: readonly Selectable[]) {
  installWindow();
  const project = openedProject(smallProject());
  const { bridge } = fakeBridge(project);
  const app = createApplication(bridge, windowStart({ project }));
  showProject(app, project);
  app.editor.select(selection);
  const { container } = render(
    <I18nextProvider i18n={app.i18n}>
      <ApplicationContext value={app}>
        <Tooltip.Provider>
          <LeftPanel filled />
          <RefusalBar />
          <RightPanel filled />
          <PersonaDialog />
          <PeopleDialog />
          <NoticeDialog />
          <RemovalQuestion />
        </Tooltip.Provider>
      </ApplicationContext>
    </I18nextProvider>,
  );
  await drawFrame();
  return {
    app,
    bridge,
    container,
    /** A record as it stands now; throws when it is gone. */
    read: <Type extends RecordType>(id: Id<Type>): RecordShapes[Type] => {
      const record = getRecord(app.editor.records ?? new Map(), id);
      if (record === undefined) throw new Error(`There is no ${id}`);
      return record;
    },
    has: (id: Id): boolean => app.editor.records?.has(id) === true,
    /** Entries of the history. */
    entries: (): number => app.editing.getState().history.done.length,
    undo: () => act(() => void app.editor.undo()),
    redo: () => act(() => void app.editor.redo()),
    left: () => within(screen.getByRole('navigation')),
    right: () => within(screen.getByRole('complementary', { name: /map$/i })),
  };
}
