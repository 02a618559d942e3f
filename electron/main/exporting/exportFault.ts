import type { ExportFault } from '../../../shared/ipc/bridge.ts';

/** What a failed write says of the place that was written to. */
const UNWRITABLE: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
  'EISDIR',
  'ENOENT',
  'ENOTDIR',
  'EINVAL',
  'ELOOP',
  'ETXTBSY',
]);

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The fault behind an error of the file system, or of anything else that went wrong while exporting. */
export function exportFaultOf(error: unknown): ExportFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) return { code: 'diskFull' };
  if (code === 'ENAMETOOLONG') return { code: 'nameTooLong' };
  if (UNWRITABLE.has(code)) return { code: 'notWritable', detail: code };
  return { code: 'failed', detail: error instanceof Error ? error.message : String(error) };
}
