import { parentPort } from 'node:worker_threads';
import { judgePart, type PartOfVersion } from './judgeVersion.ts';
import { rehearseJudging } from './rehearseJudging.ts';

rehearseJudging();

/** The second thread of an inspector: judges the part it is sent, with a connection of its own, and says what it found. */
parentPort?.on('message', (part: PartOfVersion) => parentPort?.postMessage(judgePart(part)));
