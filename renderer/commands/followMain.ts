import type { Application } from '../application.ts';
import { lookAtFile } from '../merge/lookAtFile.ts';
import { forgetNews, tellNews } from '../state/sessionStore.ts';
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
    bridge.on('opening', (openingName) => session.setState({ openingName })),
    bridge.on('exportProgress', ({ done }) => onExportProgress(app, done)),
    bridge.on('settings', (state) => {
      void app.i18n.changeLanguage(state.language);
      settings.setState(state);
    }),
    bridge.on('windowState', ({ maximized, focused }) => {
      session.setState({ maximized });
      // Whoever comes back to a window may have been to where its file was changed.
      if (focused) void lookAtFile(app);
    }),
    bridge.on('storage', (kind) => {
      forgetNews(session, ['restarted', 'lost']);
      tellNews(session, { kind });
    }),
    bridge.on('closeRequested', () => void onCloseRequested(app)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
