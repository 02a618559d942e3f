/** `npm run dev`: Meander with hot reload of the renderer; main and preload are rebuilt and restarted on change. */
import { join } from 'node:path';
import { createServer } from 'electron-vite';
import { forgetBuild } from './buildOut.ts';
import { prepareLaunch } from './runtime/launch.ts';
import { projectRoot } from './runtime/projectPaths.ts';
import { runScript } from './runtime/runScript.ts';

await runScript(async () => {
  await forgetBuild();
  const launch = await prepareLaunch();
  // electron-vite starts Electron itself and ends this process when Electron ends.
  process.on('exit', launch.cleanup);
  Object.assign(process.env, launch.env, {
    ELECTRON_EXEC_PATH: launch.electronPath,
    ELECTRON_CLI_ARGS: JSON.stringify([...launch.args.slice(0, -1), ...process.argv.slice(2)]),
  });
  process.chdir(projectRoot);
  await createServer(
    {
      root: projectRoot,
      configFile: join(import.meta.dirname, 'electron.vite.config.ts'),
      build: { watch: {} },
    },
    { rendererOnly: false },
  );
  return 0;
});
