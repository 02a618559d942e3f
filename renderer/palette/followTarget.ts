import { isMainCommand, isWindowCommand } from '../../shared/commands/commandIds.ts';
import type { Application } from '../application.ts';
import { runCommand } from '../commands/runCommand.ts';
import { boxOfPlace, type Place } from '../editing/place.ts';
import type { PaletteTarget } from './searchPalette.ts';

/** Does what an entry of the palette is for: goes there, or runs the command. `edit` begins its text as well. */
export function followTarget(app: Application, target: PaletteTarget, edit: boolean): void {
  switch (target.kind) {
    case 'command':
      if (isWindowCommand(target.id)) void runCommand(app, target.id);
      else if (isMainCommand(target.id)) void app.bridge.run(target.id);
      return;
    case 'persona':
      app.session.setState({ persona: target.id });
      return;
    case 'map':
      app.session.setState({ map: target.id });
      return;
    case 'card':
      goTo(app, { kind: 'card', id: target.id }, edit);
      return;
    case 'stage':
      goTo(app, { kind: 'stage', id: target.id }, edit);
      return;
    case 'step':
      goTo(app, { kind: 'step', id: target.id }, edit);
      return;
  }
}

/** Stands there with the place in the middle of the view, and lets it flash. */
function goTo(app: Application, place: Exclude<Place, { kind: 'cell' }>, edit: boolean): void {
  const layout = app.scene.getState().shown?.layout;
  const box = layout && boxOfPlace(layout, place);
  app.editor.goTo(place);
  app.editing.setState({ flash: [place.id] });
  if (box !== undefined) app.camera.centreOn({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  if (edit) app.tools.actions.editHere();
}
