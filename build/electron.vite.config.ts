import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const projectRoot = join(import.meta.dirname, '..');

/** The oldest Electron the product runs on has Node 18 and Chromium 114 (see build/runtime/standInElectron.ts). */
const nodeTarget = 'node18';
const chromeTarget = 'chrome114';

const developmentPort = 5173;

/** Native, so it stays a package of its own; everything else is bundled and needs no node_modules when packed. */
const external = ['better-sqlite3'];

/** CommonJS, which every Electron takes for main and the only kind a sandboxed preload may be. */
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } as const;

/** The files of a folder that match, as inputs named after themselves. */
function inputs(folder: string, pattern: RegExp): Record<string, string> {
  const names = readdirSync(join(projectRoot, folder)).filter((name) => pattern.test(name));
  return Object.fromEntries(names.map((name) => [parse(name).name, join(projectRoot, folder, name)]));
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: {
          main: join(projectRoot, 'electron/main/main.ts'),
          storageProcess: join(projectRoot, 'electron/storage/storageProcess.ts'),
          inspectorProcess: join(projectRoot, 'electron/storage/inspectorProcess.ts'),
          inspectorThread: join(projectRoot, 'electron/storage/inspectorThread.ts'),
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: nodeTarget,
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: inputs('electron/preload', /[pP]reload\.ts$/),
        output: commonJs,
      },
    },
  },
  renderer: {
    root: join(projectRoot, 'renderer'),
    publicDir: false,
    plugins: [react()],
    // The pages come from app://meander, so the client of the development server must be told where that is.
    server: { port: developmentPort, strictPort: true, hmr: { host: 'localhost', clientPort: developmentPort } },
    build: {
      outDir: 'out/renderer',
      target: chromeTarget,
      minify: true,
      // The content security policy allows no data: addresses, so nothing is inlined.
      assetsInlineLimit: 0,
      rolldownOptions: { input: inputs('renderer', /\.html$/) },
    },
  },
});
