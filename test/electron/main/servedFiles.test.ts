import { sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findServed, isAppUrl } from '../../../electron/main/serving/servedFiles.ts';

const root = `${sep}opt${sep}renderer`;
const hash = 'a'.repeat(64);

describe('an address of the application', () => {
  test.each([
    ['app://meander/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://meander/assets/main-Bx_1.js', 'assets/main-Bx_1.js', 'text/javascript; charset=utf-8'],
    ['app://meander/assets/inter-latin.woff2?v=1#x', 'assets/inter-latin.woff2', 'font/woff2'],
  ])('%s is a file with its type', (address, path, type) => {
    expect(findServed(address, root)).toEqual({ kind: 'file', path: `${root}/${path}`.replaceAll('/', sep), type });
  });

  test('names a picture of an open document by handle and hash', () => {
    const served = findServed(`app://meander/asset/document%3Aabc_-1/${hash}`, root);
    expect(served).toEqual({ kind: 'asset', name: 'abc_-1', hash });
  });

  test.each([
    'app://meander/',
    'app://meander/../main/main.cjs',
    'app://meander/%2e%2e/main/main.cjs',
    'app://meander/%2E%2E%2Fmain%2Fmain.cjs',
    'app://meander/assets/..%2F..%2Fmain.js',
    'app://meander/assets/..%5C..%5Cmain.js',
    'app://meander/assets//main.js',
    'app://meander/.hidden.js',
    'app://meander/assets/.hidden/main.js',
    'app://meander/index.html%00.png',
    'app://meander/C%3A/windows/win.html',
    'app://meander/%ff.html',
    'app://meander/main.cjs',
    'app://meander/notes.txt',
    'app://meander/asset/document%3A1/short',
    `app://meander/asset/document%3A1/${hash}/more`,
    `app://meander/asset/..%2Fdocument/${hash}`,
    'app://elsewhere/index.html',
    'app://meander:8080/index.html',
    'app://me@meander/index.html',
    'https://meander/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('%s names nothing', (address) => {
    expect(findServed(address, root)).toBeNull();
  });
});

describe('the sender of a call', () => {
  test.each(['app://meander/index.html', 'app://meander/export.html'])('%s is ours', (address) => {
    expect(isAppUrl(address)).toBe(true);
  });

  test.each([
    'app://other/index.html',
    'https://meander/',
    'file:///index.html',
    'about:blank',
    'data:text/html,x',
    '',
  ])('"%s" is not ours, although Node calls many origins "null"', (address) => {
    expect(isAppUrl(address)).toBe(false);
  });
});
