import type { Application } from '../application.ts';
import { onCloseRequested } from './closeProject.ts';
import { onExportProgress } from './exportMap.ts';
import { takeOutcome } from './openProject.ts';
import { runCommand } from './runCommand.ts';

/** Does what main tells this window unasked. Returns the way to stop. */
export function followMain(app: Application): () => void {
  const { bridge, session, settings } = app;
  const stops = [
    bridge.on('command', (command) => void runCommand(app, command)),
    bridge.on('opened', (outcome) => takeOutcome(app, outcome)),
    bridge.on('exportProgress', ({ done }) => onExportProgress(app, done)),
    bridge.on('settings', (state) => {
      void app.i18n.changeLanguage(state.language);
      settings.setState(state);
    }),
    bridge.on('windowState', ({ maximized }) => session.setState({ maximized })),
    bridge.on('storage', (kind) => session.setState(({ news }) => ({ news: [...news, { kind }] }))),
    bridge.on('closeRequested', () => void onCloseRequested(app)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
