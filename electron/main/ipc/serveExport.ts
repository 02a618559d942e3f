import { ipcMain } from 'electron';
import { z } from 'zod';
import type { ExportBridge } from '../../../shared/ipc/bridge.ts';
import { EXPORT_METHODS, type ExportMethod, exportChannel } from '../../../shared/ipc/channels.ts';
import type { Exporter } from '../exporting/exporter.ts';
import type { ExportPage } from '../exporting/exportPage.ts';

/** A page's longest side in mm: more than the largest poster, less than what PDF can say. */
const LONGEST_SIDE = 5_000;

/** One strip of a picture is far smaller. */
const MOST_BYTES = 256 * 1024 * 1024;

const side = z.number().positive().max(LONGEST_SIDE);
const bytes = z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= MOST_BYTES, 'is too large');

const ARGUMENTS: { readonly [Method in ExportMethod]: z.ZodType<Parameters<ExportBridge[Method]>> } = {
  job: z.tuple([]),
  pageReady: z.tuple([side, side]),
  writeBytes: z.tuple([bytes]),
  progress: z.tuple([z.number().min(0).max(1)]),
  finished: z.tuple([]),
  failed: z.tuple([z.string().max(10_000)]),
};

type Answers = {
  readonly [Method in ExportMethod]: (page: ExportPage, ...args: Parameters<ExportBridge[Method]>) => unknown;
};

const ANSWERS: Answers = {
  job: (page) => page.begin(),
  pageReady: (page, widthMm, heightMm) => page.print(widthMm, heightMm),
  writeBytes: (page, written) => page.write(written),
  progress: (page, done) => page.progress(done),
  finished: (page) => page.finish(),
  failed: (page, detail) => page.fail(detail),
};

/** Answers the export pages. */
export function serveExport(exporter: Exporter): void {
  for (const method of EXPORT_METHODS) serveMethod(exporter, method);
}

function serveMethod<Method extends ExportMethod>(exporter: Exporter, method: Method): void {
  const form: z.ZodType<Parameters<ExportBridge[Method]>> = ARGUMENTS[method];
  ipcMain.handle(exportChannel(method), (event, ...args: unknown[]) => {
    const page = exporter.senderOf(event);
    const parsed = form.safeParse(args);
    if (page === null || !parsed.success) throw new Error(`Refused: ${method}`);
    return ANSWERS[method](page, ...parsed.data);
  });
}
