import type { TestProject } from 'vitest/node';
import { buildOutIfStale } from '../../../build/buildOut.ts';
import { type Launch, prepareLaunch } from '../../../build/runtime/launch.ts';

/** How to start the application; what has a lifetime stays in the process that set it up. */
export type ProvidedLaunch = Omit<Launch, 'cleanup'>;

declare module 'vitest' {
  interface ProvidedContext {
    readonly launch: ProvidedLaunch;
  }
}

/** Builds the application and makes ready what it needs; each file of tests opens a screen of its own (app.ts). */
export async function setup(project: TestProject): Promise<void> {
  await buildOutIfStale();
  const { cleanup: _, ...launch } = await prepareLaunch({ tests: true, screen: false });
  project.provide('launch', launch);
}
