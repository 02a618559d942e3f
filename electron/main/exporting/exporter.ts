import type { IpcMainInvokeEvent } from 'electron';
import type { ExportFault, ExportJob } from '../../../shared/ipc/bridge.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { FileReplacement } from '../files/replaceFile.ts';
import { isAppUrl } from '../serving/servedFiles.ts';
import { exportFaultOf } from './exportFault.ts';
import { type ExporterParts, ExportPage } from './exportPage.ts';

/** One export: what to draw, and where the file goes. */
export interface ExportRequest {
  readonly job: ExportJob;
  /** Absolute path. A file there is replaced as a whole or left as it is. */
  readonly target: string;
  /** Hears how far it is, 0 to 1. */
  readonly onProgress: (done: number) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Makes files of maps, each in a hidden page of its own. */
export class Exporter {
  readonly #parts: ExporterParts;
  readonly #pages = new Set<ExportPage>();

  constructor(parts: ExporterParts) {
    this.#parts = parts;
  }

  /** Draws and writes one file; gives its path. Whatever fails, nothing is left behind. */
  async export({ job, target, onProgress, signal }: ExportRequest): Promise<Result<string, ExportFault>> {
    if (signal.aborted) return failure({ code: 'cancelled' });
    let file: FileReplacement;
    try {
      file = await FileReplacement.begin(target);
    } catch (error) {
      return failure(exportFaultOf(error));
    }
    const page = new ExportPage(this.#parts, job, file, onProgress);
    this.#pages.add(page);
    const fault = await page.draw(signal);
    this.#pages.delete(page);
    if (fault !== null) {
      await file.abandon();
      return failure(fault);
    }
    try {
      await file.commit();
      return success(target);
    } catch (error) {
      return failure(exportFaultOf(error));
    }
  }

  /** The page a call comes from; null when it is none of ours. */
  senderOf({ sender, senderFrame }: IpcMainInvokeEvent): ExportPage | null {
    if (senderFrame === null || senderFrame !== sender.mainFrame || !isAppUrl(senderFrame.url)) return null;
    return [...this.#pages].find((page) => page.isOf(sender)) ?? null;
  }
}
