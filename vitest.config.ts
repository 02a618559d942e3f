import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { hasDisplay } from './build/runtime/display.ts';

/** One project for each kind of test; `build/check/runChecks.ts` runs them one after the other. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false,
          include: ['test/{shared,build,bench}/**/*.test.ts', 'test/electron/{main,preload}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'storage',
          environment: 'node',
          include: ['test/electron/storage/**/*.test.ts', 'test/samples/**/*.test.ts'],
          testTimeout: 30_000,
          // better-sqlite3 is a native add-on: processes, not worker threads.
          pool: 'forks',
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'jsdom',
          // A window and its modules for all files of a worker: making them for each took half of the time.
          isolate: false,
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/renderer/support/patience.ts'],
          testTimeout: 20_000,
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/harness/globalSetup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Real windows on a busy machine take their time; one second is the usual limit.
          expect: { poll: { timeout: 20_000 } },
          // Every file opens real windows. On a screen that is there they would take each other's focus; where there is
          // none each file has one of its own (app.ts), which ends with its process.
          pool: 'forks',
          maxWorkers: hasDisplay() ? 1 : 2,
        },
      },
    ],
  },
});
