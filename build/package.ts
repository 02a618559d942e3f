/**
 * `npm run package [-- folder]`: packs Meander for this platform into dist/ (or the folder) and checks what was packed. With the stand-in Electron
 * it makes the unpacked folder only: the tools for installers come from the release host that cannot be reached.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AfterPackContext, build, type Configuration, Platform } from 'electron-builder';
import { parse } from 'yaml';
import { buildOutIfStale } from './buildOut.ts';
import { checkPackage, type PackedApp } from './checkPackage.ts';
import { setFuses } from './fuses.ts';
import { obtainElectron } from './runtime/obtainElectron.ts';
import { projectRoot } from './runtime/projectPaths.ts';
import { runScript } from './runtime/runScript.ts';

await runScript(async () => {
  const electron = await obtainElectron();
  await buildOutIfStale();
  const packed: PackedApp[] = [];
  const afterPack = async (context: AfterPackContext): Promise<void> => {
    const app = locate(context);
    // The launcher of the stand-in; other distributions have none.
    await rm(join(app.resources, 'app'), { recursive: true, force: true });
    await setFuses(app.executable);
    packed.push(app);
  };
  const settings: Configuration = parse(await readFile(join(import.meta.dirname, 'electron-builder.yml'), 'utf8'));
  const config: Configuration = {
    ...settings,
    ...(electron.isStandIn ? { electronDist: electron.folder, electronVersion: electron.version } : {}),
    ...(process.argv[2] ? { directories: { ...settings.directories, output: process.argv[2] } } : {}),
    afterPack,
  };
  const targets = Platform.current().createTarget(electron.isStandIn ? 'dir' : undefined);
  await build({ projectDir: projectRoot, config, targets, publish: 'never' });

  let faults = 0;
  for (const app of packed) {
    for (const fault of await checkPackage(app)) {
      console.error(`${app.resources}: ${fault}`);
      faults += 1;
    }
    if (faults === 0) console.log(`packed: ${app.executable}`);
  }
  return faults === 0 && packed.length > 0 ? 0 : 1;
});

function locate({ appOutDir, packager, electronPlatformName }: AfterPackContext): PackedApp {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') {
    const contents = join(appOutDir, `${name}.app`, 'Contents');
    return { executable: join(contents, 'MacOS', name), resources: join(contents, 'Resources') };
  }
  const executable = electronPlatformName === 'win32' ? `${name}.exe` : 'meander';
  return { executable: join(appOutDir, executable), resources: join(appOutDir, 'resources') };
}
