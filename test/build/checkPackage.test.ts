import { expect, test } from 'vitest';
import { faultsOfArchive } from '../../build/checkPackage.ts';

const complete = [
  '/package.json',
  '/out',
  '/out/main',
  '/out/main/main.cjs',
  '/out/main/storageProcess.cjs',
  '/out/main/inspectorProcess.cjs',
  '/out/main/inspectorThread.cjs',
  '/out/preload/preload.cjs',
  '/out/renderer/index.html',
  '/out/renderer/assets/index-a1B2.js',
  '/assets/samples/sarah.en.meander',
  '/node_modules/better-sqlite3/lib/index.js',
];

test('a complete archive has no fault', () => {
  expect(faultsOfArchive(complete)).toEqual([]);
});

test.each([
  '/out/main/main.ts',
  '/out/main/main.cjs.map',
  '/test/build/checkPackage.test.ts',
  '/node_modules/react/index.js',
  '/node_modules/better-sqlite3/src/addon.cpp',
  '/assets/samples/sources/sarah.en.yaml',
])('%s has no place in it', (path) => {
  expect(faultsOfArchive([...complete, path])).toEqual([`not needed: ${path.slice(1)}`]);
});

test('a missing bundle is told', () => {
  const without = complete.filter((path) => !path.endsWith('storageProcess.cjs'));
  expect(faultsOfArchive(without)).toEqual(['missing: out/main/storageProcess.cjs']);
});
