import type { SampleName, TemplateName } from '../../../shared/ipc/bridge.ts';
import type { DocumentSource, OpenFault } from '../../../shared/ipc/projectStore.ts';

/** Something to open in a window. */
export type OpenRequest =
  /** `isFound` when it was sought after it had been moved: it is not sought again. */
  | { readonly kind: 'file'; readonly path: string; readonly isFound?: true }
  | { readonly kind: 'sample'; readonly name: SampleName }
  | { readonly kind: 'template'; readonly name: TemplateName }
  | { readonly kind: 'work'; readonly workId: string }
  /** An older version kept on this computer, as a new project. */
  | { readonly kind: 'version'; readonly path: string; readonly fileName: string }
  /** What can still be read of something damaged, as a new project. */
  | { readonly kind: 'remains'; readonly from: DocumentSource; readonly fileName: string };

/** What could not be opened and may be damaged: what is offered instead is found here. */
export interface RefusedSource {
  readonly from: DocumentSource;
  readonly fileName: string;
  /** The newest version of it on this computer. */
  readonly version: string | null;
}

/** Faults of something whose contents may still be read in part. */
export const WITH_REMAINS: readonly OpenFault['code'][] = ['damaged', 'hostile'];

/** Faults of a file that a version of it on this computer can stand for. */
export const REPLACEABLE: readonly OpenFault['code'][] = [
  ...WITH_REMAINS,
  'missing',
  'empty',
  'notAProject',
  'notAFile',
];
