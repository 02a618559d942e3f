import { describe, expect, test } from 'vitest';
import { bringPeople, peopleOf } from '../../../shared/exchange/people.ts';
import { getRecord, type Records, recordsOfType } from '../../../shared/records/records.ts';
import { smallProject, withoutRecords, withRecords } from '../../fixtures/projects.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { doEdit } from '../support/doing.ts';
import { need } from '../support/reading.ts';

const project = smallProject();
const sarah = sampleRecords('sarah.en');
const map = 'map:today';

const named = (records: Records, name: string) => recordsOfType(records, 'persona').find((each) => each.name === name);

describe('the people of a project', () => {
  test('are told with the channels, sources and portraits on their pages and no others', () => {
    const { personas, channels, sources, assets } = peopleOf(sarah);
    expect(personas.map(({ name }) => name)).toEqual(['Sarah', 'Marieke']);
    const used = new Set(personas.flatMap((each) => each.channels.map(({ channel }) => channel)));
    expect(new Set(channels.map(({ id }) => id))).toEqual(used);
    expect(channels.length).toBeLessThan(recordsOfType(sarah, 'channel').length);
    expect(new Set(sources.map(({ id }) => id))).toEqual(new Set(personas.flatMap((each) => each.sources)));
    expect(assets).toHaveLength(2);
  });

  test('may be some of them', () => {
    const [first] = peopleOf(sarah).personas;
    const alone = peopleOf(sarah, (id) => id === first?.id);
    expect([alone.personas.length, alone.assets.length]).toEqual([1, 1]);
  });
});

describe('a persona of another project', () => {
  const people = peopleOf(sarah, (id) => sarah.get(id) === named(sarah, 'Marieke'));

  test('comes onto the map with all of the page: lines, portrait, sources, and how much each channel is liked', () => {
    const { records, value } = doEdit(project, bringPeople, { people, map });
    const [id] = value;
    if (id === undefined) throw new Error('Nobody came');
    const [before, after] = [named(sarah, 'Marieke'), need(records, id)];
    expect(after).toMatchObject({
      name: 'Marieke',
      goals: before?.goals,
      traits: before?.traits,
      quote: before?.quote,
    });
    expect(after.colour).not.toBe(need(project, 'persona:sarah').colour);
    expect(need(records, map).personas).toEqual([...need(project, map).personas, id]);
    const liked = (from: Records, channels: typeof after.channels) =>
      channels.map(({ channel, liking }) => [getRecord(from, channel)?.name.toLowerCase(), liking]);
    expect(liked(records, after.channels)).toEqual(liked(sarah, before?.channels ?? []));
    const sources = (from: Records, ids: typeof after.sources) => ids.map((each) => getRecord(from, each)?.name);
    expect(sources(records, after.sources)).toEqual(sources(sarah, before?.sources ?? []));
    const hash = (from: Records, of: typeof after | undefined) => of?.portrait && getRecord(from, of.portrait)?.hash;
    expect(hash(records, after)).toBe(hash(sarah, before));
  });

  test('finds a channel of the same name here, and is somebody new beside one of the same name', () => {
    const { records } = doEdit(project, bringPeople, { people, map });
    expect(recordsOfType(records, 'persona').filter(({ name }) => name === 'Marieke')).toHaveLength(2);
    expect(recordsOfType(records, 'channel').filter(({ name }) => name.toLowerCase() === 'shop')).toHaveLength(1);
  });

  test('keeps her own source where this project has another one of the same id', () => {
    const [source] = people.sources;
    if (source === undefined) throw new Error('Nothing is known of her');
    const other = withRecords(project, { ...source, order: 'a9', name: 'A survey of our own' });
    const { records, value } = doEdit(other, bringPeople, { people, map });
    const names = value.flatMap((id) => need(records, id).sources.map((each) => need(records, each).name));
    expect(names).toContain(source.name);
    expect(names).not.toContain('A survey of our own');
  });

  test('comes without the portrait whose bytes did not come, even where another picture has its id', () => {
    const [asset] = people.assets;
    if (asset === undefined) throw new Error('She has no portrait');
    const other = withRecords(project, { ...asset, hash: 'b'.repeat(64) });
    const { records, value } = doEdit(other, bringPeople, { people: { ...people, assets: [] }, map });
    expect(value.map((id) => need(records, id).portrait)).toEqual([null]);
  });

  test('comes into a project in which no map is shown', () => {
    const { records, value } = doEdit(project, bringPeople, { people, map: null });
    expect(value).toHaveLength(1);
    expect(need(records, map).personas).toEqual(need(project, map).personas);
    expect(recordsOfType(withoutRecords(records, ...value), 'persona')).toHaveLength(2);
  });
});
