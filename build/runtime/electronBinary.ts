/** An Electron that runs here. */
export interface ElectronBinary {
  /** Absolute path of the executable. */
  readonly path: string;
  /** Folder the executable stands in, as a packager wants it. */
  readonly folder: string;
  readonly version: string;
  /** True where it is not the version the product is built for, see standInElectron.ts. */
  readonly isStandIn: boolean;
}
