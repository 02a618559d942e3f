/** Obtains what the tests need beyond npm, before the tests that need it. */
import { prepareLaunch } from '../runtime/launch.ts';
import { runScript } from '../runtime/runScript.ts';

await runScript(async () => {
  const launch = await prepareLaunch({ tests: true });
  launch.cleanup();
  return 0;
});
