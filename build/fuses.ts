import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** Switches burnt into the packed executable: what Electron may do and Meander never needs is off. */
const wanted = new Map<FuseV1Options, boolean>([
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
]);

/** Sets every switch that this version of Electron has. */
export async function setFuses(executable: string): Promise<void> {
  const config: Partial<Record<FuseV1Options, boolean>> = {};
  for (const [fuse, isOn] of await knownFuses(executable)) config[fuse] = isOn;
  await flipFuses(executable, { version: FuseVersion.V1, resetAdHocDarwinSignature: true, ...config });
}

/** Names of the switches that do not stand as they should. */
export async function wrongFuses(executable: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(executable);
  return (await knownFuses(executable))
    .filter(([fuse, isOn]) => wire[fuse] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([fuse]) => FuseV1Options[fuse]);
}

async function knownFuses(executable: string): Promise<[FuseV1Options, boolean][]> {
  const wire = await getCurrentFuseWire(executable);
  return [...wanted].filter(([fuse]) => wire[fuse] !== undefined);
}
