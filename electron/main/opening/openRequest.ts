import type { SampleName, TemplateName } from '../../../shared/ipc/bridge.ts';

/** Something to open in a window. */
export type OpenRequest =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'sample'; readonly name: SampleName }
  | { readonly kind: 'template'; readonly name: TemplateName }
  | { readonly kind: 'work'; readonly workId: string };
