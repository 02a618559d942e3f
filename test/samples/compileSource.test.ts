import { expect, test } from 'vitest';
import { compileSource } from '../../build/samples/compileSource.ts';
import { isOfType } from '../../shared/records/records.ts';

/** A small source that is right; tests change one line of it. */
const RIGHT = `project:
  title: A small one
channels:
  shop: { name: shop, icon: monitor }
research:
  talks: { name: Talks, kind: interviews }
personas:
  ann: { name: Ann, line: p1 }
maps:
  way:
    title: The way
    personas: [ann]
    lanes:
      actions: { kind: actions, name: Actions }
      contact: { kind: touchpoints, name: Touchpoints }
      feelings: { kind: emotions, name: Emotions }
      pains: { kind: pains, name: Pain points }
      chances: { kind: opportunities, name: Opportunities }
    stages:
      - name: Start
        colour: sea
        steps:
          - name: Arrives
            feels:
              ann: { value: 0.5, word: Curious, momentOfTruth: true }
            cards:
              actions:
                - action: Looks around
                  span: 2
              contact:
                - touchpoint: Shop window
                  channels: shop
              pains:
                - pain: No prices
                  from: talks
                  leadsTo: prices
          - name: Leaves
            cards:
              chances:
                - opportunity: Show prices
                  key: prices
                  priority: 1
`;

const compile = (text: string) => compileSource('small.en.yaml', text, () => undefined);

/** What is said of RIGHT when `line` is replaced. */
function reasonFor(line: string, replacement: string): string {
  expect(RIGHT).toContain(line);
  const compiled = compile(RIGHT.replace(line, replacement));
  return compiled.ok ? 'no mistake found' : compiled.reason;
}

test('a source becomes records with readable ids that refer to each other', () => {
  const compiled = compile(RIGHT);
  if (!compiled.ok) throw new Error(compiled.reason);
  const cards = compiled.value.records.filter((record) => isOfType(record, 'card'));
  expect(cards.find(({ kind }) => kind === 'pain')).toMatchObject({
    id: 'card:small-en-way-pains-1_1-1',
    lane: 'lane:small-en-way-pains',
    step: 'step:small-en-way-1_1',
    evidence: 'researched',
    sources: ['source:small-en-talks'],
    links: ['card:small-en-way-chances-1_2-1'],
  });
  expect(compiled.value.records.filter((record) => isOfType(record, 'emotion'))).toMatchObject([
    { persona: 'persona:small-en-ann', step: 'step:small-en-way-1_1', value: 0.5, momentOfTruth: true },
  ]);
});

test('an unknown lane is refused with file, line and the lanes there are', () => {
  expect(reasonFor('              pains:\n', '              pians:\n')).toBe(
    'small.en.yaml, line 33, at maps.way.stages.0.steps.0.cards.pians: ' +
      'there is no lane "pians"; known are actions, contact, feelings, pains, chances',
  );
});

test('an unknown channel is refused with file, line and the channels there are', () => {
  expect(reasonFor('channels: shop', 'channels: [shop, shpo]')).toBe(
    'small.en.yaml, line 32, at maps.way.stages.0.steps.0.cards.contact.0.channels.1: ' +
      'there is no channel "shpo"; known are shop',
  );
});

test('a misspelt field is refused with file and line', () => {
  expect(reasonFor('word: Curious', 'wrod: Curious')).toBe(
    'small.en.yaml, line 25, at maps.way.stages.0.steps.0.feels.ann.wrod: "wrod" is not known here',
  );
});

test('a text cut by a comma between braces is refused with a word about quotes', () => {
  expect(reasonFor('word: Curious', 'cause: New, and so bright')).toContain('needs quotes between braces');
});

test.each([
  ['leadsTo: prices', 'leadsTo: price', 'no card of this map has the key "price"'],
  ['from: talks', 'from: chats', 'there is no research "chats"; known are talks'],
  ['              ann: {', '              bob: {', 'there is no persona "bob"; known are ann'],
  ['personas: [ann]', 'personas: []', '"ann" does not walk this map'],
  ['icon: monitor', 'icon: moniter', 'there is no icon "moniter"'],
  ['- pain: No prices', '- thought: No prices', 'a lane of kind pains takes pain, dropOff'],
  ['- pain: No prices', '- note: No prices', 'must say what it is, with exactly one of action, goal'],
  ['span: 2', 'span: 3', 'only 2 steps are left from here'],
  ['from: talks', 'assumed: true\n                  from: talks', 'assumed and also to come from research'],
  ['value: 0.5', 'value: 3', 'value: '],
  ['colour: sea', 'colour: see', 'stages.0.colour: '],
  ['  shop: { name', '  Shop: { name', 'must be a short key'],
  ['title: The way', 'title: The\u0007way', 'small.en.yaml, line 11'],
  ['name: Leaves', 'name: Leaves\n            name: Stays', 'small.en.yaml, line 38: Map keys must be unique'],
])('%j replaced by %j is refused: %s', (line, replacement, words) => {
  const reason = reasonFor(line, replacement);
  expect(reason).toMatch(/^small\.en\.yaml, line \d+/);
  expect(reason).toContain(words);
});

test('a picture that is missing or no PNG is refused', () => {
  const withPicture = `${RIGHT}pictures:\n  face: { file: face.png, shows: A face }\n`;
  const missing = compile(withPicture);
  const wrong = compileSource('small.en.yaml', withPicture, () => new Uint8Array(100));
  expect(missing).toMatchObject({ ok: false, reason: expect.stringContaining('there is no file "face.png"') });
  expect(wrong).toMatchObject({ ok: false, reason: expect.stringContaining('"face.png" is not a PNG') });
});
