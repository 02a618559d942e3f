import { join, resolve } from 'node:path';

/** The checkout's root folder. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** What `electron-vite build` writes: main, preload and renderer. */
export const outFolder = join(projectRoot, 'out');
