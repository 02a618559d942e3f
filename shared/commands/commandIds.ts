/** Commands a window carries out itself: what they mean depends on what it shows. */
export const WINDOW_COMMAND_IDS = [
  'file.new',
  'file.open',
  'file.save',
  'file.saveAs',
  'file.saveCopy',
  'file.nameVersion',
  'file.history',
  'file.merge',
  'file.bringPeople',
  'file.exportPdf',
  'file.exportPng',
  'file.settings',
  'file.closeProject',
  'map.undo',
  'map.redo',
  'map.duplicate',
  'map.remove',
  'map.selectAll',
  'map.selectWithin',
  'map.find',
  'map.replace',
  'map.addStep',
  'map.addStage',
  'map.addLane',
  'map.addPersona',
  'item.add',
  'new.action',
  'new.touchpoint',
  'new.thought',
  'new.question',
  'new.quote',
  'new.pain',
  'new.opportunity',
  'new.idea',
  'new.companyAction',
  'new.goal',
  'new.measure',
  'new.picture',
  'new.dropOff',
  'item.link',
  'item.evidence',
  'item.raise',
  'item.lower',
  'view.menu',
  'view.palette',
  'view.zoomIn',
  'view.zoomOut',
  'view.zoomActual',
  'view.zoomFit',
  'view.toggleLeftPanel',
  'view.toggleRightPanel',
  'help.keys',
] as const;

/** Commands about the application, which main carries out; a window asks for them with `Bridge.run`. */
export const MAIN_COMMAND_IDS = [
  'file.newWindow',
  'file.closeWindow',
  'file.quit',
  'view.themeLight',
  'view.themeDark',
  'view.themeSystem',
  'view.languageEnglish',
  'view.languageDutch',
  'view.languageSystem',
  'view.fullScreen',
  'help.about',
] as const;

/** Commands of text fields, which the system carries out: only a menu needs them. */
export const TEXT_COMMAND_IDS = [
  'edit.undo',
  'edit.redo',
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.selectAll',
] as const;

export type WindowCommandId = (typeof WINDOW_COMMAND_IDS)[number];
export type MainCommandId = (typeof MAIN_COMMAND_IDS)[number];
export type TextCommandId = (typeof TEXT_COMMAND_IDS)[number];

/** The id of a command; what each is called, where it stands and its keys is in catalogue.ts. */
export type CommandId = WindowCommandId | MainCommandId | TextCommandId;

/** Whether a window carries the command out itself. */
export function isWindowCommand(id: CommandId): id is WindowCommandId {
  return WINDOW_COMMAND_IDS.some((known) => known === id);
}

/** Whether main carries the command out. */
export function isMainCommand(id: CommandId): id is MainCommandId {
  return MAIN_COMMAND_IDS.some((known) => known === id);
}

/** Whether the system carries the command out, in a text field. */
export function isTextCommand(id: CommandId): id is TextCommandId {
  return TEXT_COMMAND_IDS.some((known) => known === id);
}
