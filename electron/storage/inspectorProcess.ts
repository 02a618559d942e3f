import { z } from 'zod';
import type { InspectionAnswer } from '../../shared/ipc/storageMessages.ts';
import { answerInspection } from './inspectHere.ts';

/**
 * A utility process that judges project files and can be ended at any moment: it has nothing to lose. It takes
 * InspectionQuestion messages and gives InspectionAnswer; main watches its time and its memory.
 */
const questionSchema = z.strictObject({
  inspection: z.number(),
  request: z.strictObject({
    path: z.string(),
    recover: z.boolean(),
    salvageTo: z.string().nullable(),
    judged: z.string().nullable(),
  }),
});

process.parentPort.on('message', ({ data }) => {
  const { inspection, request } = questionSchema.parse(data);
  const answer: InspectionAnswer = { inspection, verdict: answerInspection(request) };
  process.parentPort.postMessage(answer);
});
