import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { setAutoFreeze } from 'immer';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import type { Bridge } from '../shared/ipc/bridge.ts';
import { App } from './App.tsx';
import { createApplication } from './application.ts';
import { loadFonts } from './canvas/fonts.ts';
import { followPauses } from './commands/autosave.ts';
import { followKeys } from './commands/followKeys.ts';
import { followMain } from './commands/followMain.ts';
import { followMenu } from './commands/followMenu.ts';
import { followRegions } from './commands/followRegions.ts';
import { showProject } from './commands/openProject.ts';
import { rehearse } from './rehearsal/rehearse.tsx';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly meander: Bridge;
  }
}

// Freezing a large document costs more than the edit; the compiler keeps records as they are.
if (import.meta.env.PROD) setAutoFreeze(false);
// The content security policy allows no code made from text.
z.config({ jitless: true });

const bridge = window.meander;
const start = await bridge.start();
const app = createApplication(bridge, start);
followMain(app);
followKeys(app);
followPauses(app);
followMenu(app);
followRegions();
if (start.project !== null) showProject(app, start.project);
if (start.fault !== null) app.session.setState({ notice: { kind: 'open', ...start.fault } });

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the application');
createRoot(root).render(<App app={app} />);
// What every map is set in and drawn by, so that the first one opened does not wait for it.
void loadFonts('').then(() => rehearse(app, start));
