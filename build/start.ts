/** `npm start [-- files]`: opens Meander, building it first when its sources changed. */
import { buildOutIfStale } from './buildOut.ts';
import { runMeander } from './runtime/runMeander.ts';
import { runScript } from './runtime/runScript.ts';

await runScript(async () => {
  await buildOutIfStale();
  return runMeander(process.argv.slice(2));
});
