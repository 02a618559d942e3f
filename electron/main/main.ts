import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

/** Stand-in until the composition root is written: one locked-down window. */
async function openWindow(): Promise<void> {
  const window = new BrowserWindow({
    width: 1200,
    height: 800,
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
    },
  });
  await window.loadFile(join(import.meta.dirname, '../renderer/index.html'));
}

app.on('window-all-closed', () => app.quit());
app.whenReady().then(openWindow, (error: unknown) => {
  console.error(error);
  app.exit(1);
});
