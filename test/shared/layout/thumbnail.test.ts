import { describe, expect, test } from 'vitest';
import { layThumbnail, THUMBNAIL, thumbnailSchema } from '../../../shared/layout/thumbnail.ts';
import { BENCH_MAPS, generateMap } from '../../fixtures/generatedMap.ts';
import { documentOf } from '../../fixtures/projects.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';

describe('a thumbnail', () => {
  test('shows the territories, cards, river and stars of the first map', () => {
    const thumbnail = layThumbnail(sampleRecords('sarah.en'));
    expect(thumbnail?.title).toBe('A dress for the summer party');
    expect(thumbnail?.stages.map(({ colour }) => colour)).toEqual(['sea', 'meadow', 'sand', 'clay', 'heather']);
    // One river: the second person on the map is hidden.
    expect(thumbnail?.river?.lines).toHaveLength(1);
    expect(thumbnail?.river?.stars.length).toBeGreaterThan(0);
    const kinds = new Set(thumbnail?.blocks.map(({ kind }) => kind));
    expect(kinds.has('pain') && kinds.has('action') && kinds.has('opportunity')).toBe(true);
    const right = Math.max(...(thumbnail?.stages.map(({ x, width }) => x + width) ?? []));
    expect(right).toBeCloseTo(THUMBNAIL.width, 0);
  });

  test('can be kept in a file and read again', () => {
    const thumbnail = layThumbnail(sampleRecords('sarah.en'));
    expect(thumbnailSchema.parse(JSON.parse(JSON.stringify(thumbnail)))).toEqual(thumbnail);
  });

  test('of a very large map is no larger than what can be told apart', () => {
    const thumbnail = layThumbnail(documentOf(generateMap(BENCH_MAPS[5000])));
    expect(thumbnailSchema.safeParse(thumbnail).success).toBe(true);
    expect(JSON.stringify(thumbnail).length).toBeLessThan(60_000);
  });

  test('of a project without a map is none', () => {
    expect(layThumbnail(new Map())).toBeNull();
  });
});
