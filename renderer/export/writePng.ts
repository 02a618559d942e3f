import type { PrintedPage } from '../../shared/scene/printedPage.ts';
import { THEMES, type ThemeName } from '../../shared/scene/theme.ts';
import { paintScene, prepareContext } from '../canvas/paintScene.ts';
import { planStrips, type Strip } from './planStrips.ts';
import type { StripPiece } from './pngEncoder.ts';
import type { PngReply, PngRequest } from './pngWorker.ts';

/** How a page becomes a PNG. */
export interface PngOptions {
  /** Pixels per px of the page. */
  readonly scale: number;
  readonly theme: ThemeName;
  readonly picture: (hash: string) => CanvasImageSource | null;
  /** Takes the file's bytes in order. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** 0 to 1. */
  readonly progress: (done: number) => void;
}

const MILLIMETRES_PER_METRE = 1000;

/** Paints a page strip by strip while a worker encodes the strip before; memory does not grow with the picture. */
export async function writePng(page: PrintedPage, options: PngOptions): Promise<void> {
  const width = Math.round(page.scene.width * options.scale);
  const height = Math.round(page.scene.height * options.scale);
  const density = (width / page.pageWidth) * MILLIMETRES_PER_METRE;
  const encoder = startEncoder(options.write);
  try {
    encoder.send({ kind: 'begin', size: { width, height, density } });
    const strips = planStrips(width, height);
    const context = makeContext(strips);
    for (const strip of strips) {
      const pieces = strip.pieces.map((piece) => paintPiece(context, page, strip, piece, width, height, options));
      await encoder.sendStrip(pieces, strip.rows);
      options.progress((strip.y + strip.rows) / height);
    }
    encoder.send({ kind: 'end' });
    await encoder.finished;
  } finally {
    encoder.stop();
  }
}

/** One canvas for all strips: a fresh one costs as much as painting it, for every page of its memory is touched anew. */
function makeContext(strips: readonly Strip[]): OffscreenCanvasRenderingContext2D {
  const [first] = strips;
  const canvas = new OffscreenCanvas(first?.pieces[0]?.width ?? 1, first?.rows ?? 1);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error('This window has no 2D canvas');
  prepareContext(context);
  return context;
}

function paintPiece(
  context: OffscreenCanvasRenderingContext2D,
  page: PrintedPage,
  strip: Strip,
  piece: { readonly x: number; readonly width: number },
  width: number,
  height: number,
  { theme, picture }: PngOptions,
): StripPiece {
  const { scene } = page;
  const [across, down] = [width / scene.width, height / scene.height];
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = THEMES[theme][scene.background];
  context.fillRect(0, 0, piece.width, strip.rows);
  context.setTransform(across, 0, 0, down, -piece.x, -strip.y);
  const box = { x: piece.x / across, y: strip.y / down, width: piece.width / across, height: strip.rows / down };
  paintScene(context, scene, box, { colours: THEMES[theme], zoom: null, picture });
  return { x: piece.x, width: piece.width, rgba: context.getImageData(0, 0, piece.width, strip.rows).data };
}

interface Encoder {
  readonly finished: Promise<void>;
  send(request: PngRequest): void;
  /** Hands a strip over; resolves when the one before is taken in, so that two are in flight at most. */
  sendStrip(pieces: readonly StripPiece[], rows: number): Promise<void>;
  stop(): void;
}

function startEncoder(write: PngOptions['write']): Encoder {
  const worker = new Worker(new URL('./pngWorker.ts', import.meta.url), { type: 'module' });
  let written = Promise.resolve();
  let taken: Promise<void> = Promise.resolve();
  let onTaken: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const done = new Promise<void>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PngReply>) => {
      if (data.kind === 'bytes') {
        written = written.then(() => write(data.bytes));
        written.catch(fail);
      } else if (data.kind === 'taken') onTaken();
      else if (data.kind === 'done') resolve(written);
      else fail(new Error(data.detail));
    });
  });
  worker.addEventListener('error', (event) => fail(new Error(event.message)));
  const send = (request: PngRequest, transfer: Transferable[] = []): void => worker.postMessage(request, transfer);
  const finished = Promise.race([done, failed]);
  // A failure is met where a strip is handed over or the end awaited, whichever comes first.
  finished.catch(() => undefined);
  return {
    finished,
    send,
    sendStrip: async (pieces, rows) => {
      await Promise.race([taken, failed]);
      taken = new Promise((resolve) => {
        onTaken = resolve;
      });
      send(
        { kind: 'strip', pieces, rows },
        pieces.map((piece) => piece.rgba.buffer),
      );
    },
    stop: () => worker.terminate(),
  };
}
