import { expect, test } from 'vitest';
import { cutItems, cutSteps } from '../../../shared/edits/cutting.ts';
import { putCutting } from '../../../shared/edits/putCutting.ts';
import { readDocument } from '../../../shared/store/mapParts.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { refusalOf } from '../support/doing.ts';

test('nothing is put into a lane of another map', () => {
  const project = smallProject();
  const cutting = cutItems(readDocument(project), [], ['emotion:hesitant']);
  const target = { map: 'map:later', stage: null, step: 'step:help', lane: 'lane:emotions' } as const;
  expect(refusalOf(project, putCutting, { ...target, cutting }).code).toBe('outsideMap');
});

test('no steps are put into a stage of another map', () => {
  const project = smallProject();
  const cutting = cutSteps(readDocument(project), ['step:ad']);
  const target = { map: 'map:today', stage: 'stage:care', step: null, lane: null } as const;
  expect(refusalOf(project, putCutting, { ...target, cutting }).code).toBe('outsideMap');
});
