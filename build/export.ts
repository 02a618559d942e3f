/** `npm run export -- <arguments>`: the application's own `export` command, built first when its sources changed. */
import { buildOutIfStale } from './buildOut.ts';
import { runMeander } from './runtime/runMeander.ts';
import { runScript } from './runtime/runScript.ts';

await runScript(async () => {
  await buildOutIfStale();
  return runMeander(['export', ...process.argv.slice(2)]);
});
