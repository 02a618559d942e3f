import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsMeeting } from '../../../renderer/canvas/sceneIndex.ts';
import { boxesMeet } from '../../../shared/layout/box.ts';
import type { ScenePart } from '../../../shared/scene/scene.ts';

const place = fc.integer({ min: -2000, max: 20_000 });
const side = fc.integer({ min: 0, max: 9000 });
const box = fc.record({ x: place, y: place, width: side, height: side });

test('finds exactly the parts that meet a box, in painting order, however long they are', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), box, (boxes, looked) => {
      const parts = boxes.map((each, at): ScenePart => ({ key: String(at), box: each, items: () => [] }));
      const band = { key: 'band', y: 0, height: 0, parts };
      expect(partsMeeting(band, looked)).toEqual(parts.filter((part) => boxesMeet(part.box, looked)));
    }),
  );
});
