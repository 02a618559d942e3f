import { constants, setPriority } from 'node:os';
import { BrowserWindow, type Session, type WebContents } from 'electron';
import type { ExportFault, ExportJob } from '../../../shared/ipc/bridge.ts';
import type { FileReplacement } from '../files/replaceFile.ts';
import type { PageParts } from '../pages.ts';
import { PAGE_PREFERENCES } from '../security.ts';
import { exportFaultOf } from './exportFault.ts';

const MM_PER_INCH = 25.4;

/** Narrower than any sheet: until Chromium lays the sheet itself out, the page shows nothing (exportPage.css). px */
const SIDE = 150;

/** The part of an export's time after which its page is drawn and printing begins. */
const PRINTED_AT = 0.9;

/** The page that draws exports, and the session that serves it. */
export interface ExporterParts extends PageParts {
  readonly session: Session;
}

/** A hidden page that draws one map and hands it over. */
export class ExportPage {
  readonly #job: ExportJob;
  readonly #browser: BrowserWindow;
  readonly #address: string;
  readonly #file: FileReplacement;
  readonly #onProgress: (done: number) => void;
  readonly #settled: Promise<ExportFault | null>;
  #settle: (fault: ExportFault | null) => void = () => undefined;

  constructor(
    { preload, address, session }: ExporterParts,
    job: ExportJob,
    file: FileReplacement,
    onProgress: (done: number) => void,
  ) {
    this.#job = job;
    this.#address = address;
    this.#file = file;
    this.#onProgress = onProgress;
    this.#settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
    // Never shown, and yet it must not fall asleep.
    const webPreferences = { ...PAGE_PREFERENCES, preload, session, backgroundThrottling: false };
    this.#browser = new BrowserWindow({ show: false, frame: false, width: SIDE, height: SIDE, webPreferences });
  }

  isOf(contents: WebContents): boolean {
    return !this.#browser.isDestroyed() && this.#browser.webContents === contents;
  }

  /** What to draw, told to the page as it begins. It gives way to the windows that somebody works in. */
  begin(): ExportJob {
    setPriority(this.#browser.webContents.getOSProcessId(), constants.priority.PRIORITY_BELOW_NORMAL);
    return this.#job;
  }

  /** Draws the map into the file; gives the fault that ended it, or null. */
  async draw(signal: AbortSignal): Promise<ExportFault | null> {
    const cancel = (): void => this.#settle({ code: 'cancelled' });
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    const { webContents } = this.#browser;
    webContents.on('render-process-gone', (_event, { reason }) => this.fail(`The page ended: ${reason}`));
    webContents.on('preload-error', (_event, _path, { message }) => this.fail(message));
    this.#browser.loadURL(this.#address).catch((error: unknown) => this.fail(String(error)));
    const fault = await this.#settled;
    signal.removeEventListener('abort', cancel);
    this.#browser.destroy();
    return fault;
  }

  /** Prints the page at its exact size in mm, as one page without margins. */
  async print(widthMm: number, heightMm: number): Promise<void> {
    await this.#attempt(async () => {
      const pdf = await this.#browser.webContents.printToPDF({
        pageSize: { width: widthMm / MM_PER_INCH, height: heightMm / MM_PER_INCH },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        printBackground: true,
        pageRanges: '1',
      });
      this.progress(PRINTED_AT);
      await this.#file.write(pdf);
    });
  }

  /** Writes the next bytes of a picture. */
  async write(bytes: Uint8Array): Promise<void> {
    await this.#attempt(() => this.#file.write(bytes));
  }

  progress(done: number): void {
    this.#onProgress(done);
  }

  finish(): void {
    this.#settle(null);
  }

  fail(detail: string): void {
    this.#settle({ code: 'failed', detail });
  }

  /** What fails here ends the export with its own reason; the page, which is closed then, need not hear of it. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#settle(exportFaultOf(error));
    }
  }
}
