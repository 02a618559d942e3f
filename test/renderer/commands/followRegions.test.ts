import { afterEach, beforeEach, expect, test } from 'vitest';
import { followRegions } from '../../../renderer/commands/followRegions.ts';

let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = `
    <footer data-region="lowerRod" tabindex="-1"></footer>
    <nav data-region="left" tabindex="-1"><button id="inside">x</button></nav>
    <section data-region="canvas" tabindex="0"></section>`;
  stop = followRegions();
});

afterEach(() => {
  stop();
  document.body.replaceChildren();
});

const here = () => document.activeElement?.getAttribute('data-region');
const walk = (shiftKey = false) => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', shiftKey }));

test('F6 walks through the regions that are there, and round', () => {
  const seen = [0, 1, 2, 3].map(() => {
    walk();
    return here();
  });
  expect(seen).toEqual(['left', 'canvas', 'lowerRod', 'left']);
});

test('F6 goes on from inside a region, and back with Shift', () => {
  document.getElementById('inside')?.focus();
  walk();
  expect(here()).toBe('canvas');
  walk(true);
  expect(here()).toBe('left');
  walk(true);
  expect(here()).toBe('lowerRod');
});
