import { expect, test } from 'vitest';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { showControls } from '../../../shared/util/showControls.ts';

test('what a terminal would obey or what turns the reading is seen, and everything else stays', () => {
  expect(showControls('\u001b[31mred\u0007')).toBe('\ufffd[31mred\ufffd');
  expect(showControls('\u202egpj.\u2067exe')).toBe('\ufffdgpj.\ufffdexe');
  expect(showControls('two\nlines,\ta tab, é, 😀 and <b>')).toBe('two\nlines,\ta tab, é, 😀 and <b>');
});

test('whatever stands in the blank of a message is seen like that', () => {
  const translate = createTranslator('en');
  expect(translate('fault.open.empty.title', { name: '\u202egpj & <b>.meander' })).toBe(
    '“\ufffdgpj & <b>.meander” is empty.',
  );
});
