/**
 * Does in the stand-in Electron what Electron's own default app does: takes the folder of an application from the
 * command line and runs it as if Electron had been built around it. The product knows nothing of it.
 */
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app, utilityProcess } = require('electron');
const { forkWithNode } = require('./forkWithNode.cjs');

// A module to load first, named as the first thing of all: whoever drives the application may hold it back so.
if (process.argv[1] === '-r') require(resolve(process.argv[2]));

const given = process.argv.slice(1);
const folderAt = given.findIndex((argument) => !argument.startsWith('-'));
if (folderAt === -1) {
  process.stderr.write('Name the folder of the application to run.\n');
  process.exit(2);
}
const appFolder = resolve(given[folderAt]);
const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'));

// The shape an unpackaged application expects: executable, its folder, the person's own arguments.
process.argv = [process.argv[0], given[folderAt], ...given.slice(folderAt + 1)];
process.defaultApp = true;

app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(appFolder);
// The name is known only now; a folder named on the command line stays.
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()));
if (process.platform === 'linux') app.setDesktopName(`${manifest.name}.desktop`);

utilityProcess.fork = forkWithNode;

require(join(appFolder, manifest.main));
