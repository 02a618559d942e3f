/**
 * Who may import whom. `build/check/layers.ts` runs it, and test/build/layers.test.ts plants a violation of every rule.
 */

/** Packages that neither know a platform nor touch one. */
const purePackages = ['d3-shape', 'fflate', 'fractional-indexing', 'i18next', 'immer', 'papaparse', 'zod', 'zustand'];

/** Inside shared/ a folder imports only folders before it; those of one row do not import each other. */
const sharedOrder = [['util'], ['records'], ['store'], ['edits', 'merge'], ['layout'], ['scene'], ['exchange']];

/** Stand on top of all of them. */
const sharedTop = ['commands', 'i18n', 'ipc'];

const orderRules = sharedOrder.flatMap((row, index) =>
  row.map((folder) => {
    const beside = row.filter((other) => other !== folder);
    const above = [...beside, ...sharedOrder.slice(index + 1).flat(), ...sharedTop];
    return {
      name: `shared-order-${folder}`,
      comment: `shared/${folder} may import only what stands before it: ${sharedOrder.flat().join(' → ')}.`,
      severity: 'error',
      from: { path: `^shared/${folder}/` },
      to: { path: `^shared/(${above.join('|')})/` },
    };
  }),
);

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'The imported module is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
    {
      name: 'shared-is-pure',
      comment:
        'shared/ imports itself, the words of each language and pure packages; what it needs from a platform is passed in.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^assets/locales/', `(^|/)node_modules/(${purePackages.join('|')})/`] },
    },
    ...orderRules,
    {
      name: 'electron-knows-no-renderer',
      comment: 'electron/ and renderer/ meet only in shared/.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'renderer-knows-no-electron',
      comment: 'electron/ and renderer/ meet only in shared/; the window has neither Electron nor Node.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', '(^|/)node_modules/electron', '^electron$'] },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'The window is sandboxed.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'storage-is-plain-node',
      comment: 'The storage process runs, and is tested, without Electron.',
      severity: 'error',
      from: { path: '^electron/storage/' },
      to: { path: ['^electron/(main|preload)/', '(^|/)node_modules/electron', '^electron$'] },
    },
    {
      name: 'main-knows-no-storage',
      comment: 'main talks to the storage process through messages only.',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: '^electron/storage/' },
    },
    {
      name: 'sqlite-only-in-storage',
      comment: "Only the storage process loads SQLite: the add-on would end main's process where Node is older.",
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: '^electron/storage/' },
      to: { path: '(^|/)node_modules/better-sqlite3/' },
    },
    {
      name: 'preload-is-a-bridge',
      comment: 'A preload script carries messages: it needs Electron and the contract.',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { pathNot: ['^electron/preload/', '^shared/(ipc|util)/', '(^|/)node_modules/electron/', '^electron$'] },
    },
    {
      name: 'product-knows-no-tooling',
      comment: 'What is packed imports neither tests nor build scripts.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^(test|build)/' },
    },
    {
      name: 'product-uses-its-dependencies',
      comment: 'What is packed comes from "dependencies"; Electron itself is there anyway.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/electron/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types are part of who knows whom, so imports that vanish on compiling count too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
