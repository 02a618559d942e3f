import { expect, test } from 'vitest';
import { findAccessFaults } from './findFaults.ts';

test('a button without a name is found', async () => {
  const page = document.createElement('main');
  page.innerHTML = '<button><svg aria-hidden="true"></svg></button>';
  document.body.append(page);
  expect(await findAccessFaults(page)).toEqual([expect.stringContaining('button-name')]);
  page.remove();
});
