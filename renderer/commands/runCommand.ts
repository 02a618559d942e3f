import type { WindowCommandId } from '../../shared/commands/commandIds.ts';
import type { Application } from '../application.ts';
import { openFind } from '../find/openFind.ts';
import { addLaneHere, addStageHere, addStepHere } from '../menus/addHeads.ts';
import { mergeCopy } from '../merge/mergeVersion.ts';
import { addNewPersona } from '../people/addNewPersona.ts';
import { askPeople } from '../people/bringPeople.ts';
import { closeProject } from './closeProject.ts';
import { askExport } from './exportMap.ts';
import { openProject } from './openProject.ts';
import { saveProject } from './saveProject.ts';

/** Where the command menu opens when it is asked for by key: under the logo. CSS px. */
const MENU_CORNER = { x: 8, y: 48 } as const;

/** Carries out a command of this window, from whatever asked for it: menu, key, button. */
export async function runCommand(app: Application, command: WindowCommandId): Promise<void> {
  await COMMANDS[command](app);
}

const COMMANDS: Readonly<Record<WindowCommandId, (app: Application) => unknown>> = {
  'file.new': (app) => openProject(app, () => app.bridge.openTemplate('blank')),
  'file.open': (app) => openProject(app, () => app.bridge.openWithDialog()),
  'file.save': (app) => saveProject(app, 'own'),
  'file.saveAs': (app) => saveProject(app, 'elsewhere'),
  'file.saveCopy': (app) => saveProject(app, 'copy'),
  'file.nameVersion': (app) => app.session.setState({ overlay: 'nameVersion' }),
  'file.history': (app) => app.session.setState({ overlay: 'history' }),
  'file.merge': (app) => mergeCopy(app),
  'file.bringPeople': (app) => askPeople(app),
  'file.exportPdf': (app) => askExport(app, 'pdf'),
  'file.exportPng': (app) => askExport(app, 'png'),
  'file.settings': (app) => app.session.setState({ overlay: 'settings' }),
  'file.closeProject': (app) => closeProject(app),
  'map.undo': (app) => app.editor.undo(),
  'map.redo': (app) => app.editor.redo(),
  'map.duplicate': (app) => app.tools.actions.duplicateSelection(),
  'map.remove': (app) => app.tools.actions.removeSelection(),
  'map.selectAll': (app) => app.tools.actions.selectAll(),
  'map.selectWithin': (app) => app.tools.actions.selectWithin(),
  'map.find': (app) => openFind(app),
  'map.replace': (app) => openFind(app, true),
  'map.addStep': (app) => addStepHere(app),
  'map.addStage': (app) => addStageHere(app),
  'map.addLane': (app) => addLaneHere(app),
  'map.addPersona': (app) => addNewPersona(app),
  'item.add': (app) => app.tools.actions.askKind(),
  'new.action': (app) => app.tools.actions.addKind('action'),
  'new.touchpoint': (app) => app.tools.actions.addKind('touchpoint'),
  'new.thought': (app) => app.tools.actions.addKind('thought'),
  'new.question': (app) => app.tools.actions.addKind('question'),
  'new.quote': (app) => app.tools.actions.addKind('quote'),
  'new.pain': (app) => app.tools.actions.addKind('pain'),
  'new.opportunity': (app) => app.tools.actions.addKind('opportunity'),
  'new.idea': (app) => app.tools.actions.addKind('idea'),
  'new.companyAction': (app) => app.tools.actions.addKind('companyAction'),
  'new.goal': (app) => app.tools.actions.addKind('goal'),
  'new.measure': (app) => app.tools.actions.addKind('measure'),
  'new.picture': (app) => app.tools.actions.addKind('picture'),
  'new.dropOff': (app) => app.tools.actions.addKind('dropOff'),
  'item.link': (app) => app.tools.links.start(),
  'item.evidence': (app) => app.tools.actions.cycleEvidence(),
  'item.raise': (app) => app.tools.actions.changeFeeling(1),
  'item.lower': (app) => app.tools.actions.changeFeeling(-1),
  'view.menu': (app) => app.bridge.popupMenu(MENU_CORNER.x, MENU_CORNER.y),
  'view.palette': (app) => app.session.setState({ overlay: 'palette' }),
  'view.zoomIn': (app) => app.camera.zoomStep(1),
  'view.zoomOut': (app) => app.camera.zoomStep(-1),
  'view.zoomActual': (app) => app.camera.zoomTo(1),
  'view.zoomFit': (app) => app.camera.fit(),
  'view.toggleLeftPanel': (app) => app.session.setState(({ leftPanel }) => ({ leftPanel: !leftPanel })),
  'view.toggleRightPanel': (app) => app.session.setState(({ rightPanel }) => ({ rightPanel: !rightPanel })),
  'help.keys': (app) => app.session.setState({ overlay: 'keys' }),
};
