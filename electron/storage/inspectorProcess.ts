import { extname, join } from 'node:path';
import { z } from 'zod';
import type { MessageFromInspector } from '../../shared/ipc/storageMessages.ts';
import { answerInspection } from './inspectHere.ts';
import { judgeTogether } from './judgeVersion.ts';
import { JudgingThread } from './judgingThread.ts';
import { rehearseJudging } from './rehearseJudging.ts';

/**
 * A utility process that judges project files and can be ended at any moment: it has nothing to lose. It takes
 * InspectionQuestion messages and gives MessageFromInspector; main watches its time and its memory. Its two threads
 * judge half of the records each.
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

const thread = new JudgingThread(join(import.meta.dirname, `inspectorThread${extname(import.meta.filename)}`));

const say = (message: MessageFromInspector): void => process.parentPort.postMessage(message);
say({ isReady: true });

let isAsked = false;
setImmediate(() => {
  if (!isAsked) rehearseJudging();
});

process.parentPort.on('message', async ({ data }) => {
  isAsked = true;
  const { inspection, request } = questionSchema.parse(data);
  const verdict = await answerInspection(request, (path) => judgeTogether(path, thread.judge));
  say({ inspection, verdict });
});
