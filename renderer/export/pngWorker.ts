import { joinBytes, type PngSize, pngChunk, pngHead, pngTail, ScanlineFilter, type StripPiece } from './pngEncoder.ts';

/** What the export page sends: the size first, then every strip from top to bottom, then the end. */
export type PngRequest =
  | { readonly kind: 'begin'; readonly size: PngSize }
  | { readonly kind: 'strip'; readonly pieces: readonly StripPiece[]; readonly rows: number }
  | { readonly kind: 'end' };

/** What comes back: bytes of the file in order, word that a strip is taken in, and the end or a failure. */
export type PngReply =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'taken' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly detail: string };

/** Deflated bytes are gathered into chunks of at least this size: a chunk costs a message and twelve bytes. */
const LEAST_CHUNK = 256 * 1024;

let filter: ScanlineFilter | undefined;
let deflating:
  | { readonly writer: WritableStreamDefaultWriter<BufferSource>; readonly written: Promise<void> }
  | undefined;

const reply = (message: PngReply): void => self.postMessage(message);

self.addEventListener('message', (event: MessageEvent<PngRequest>) => {
  // Requests come one at a time: the page waits for "taken" before it sends the next strip.
  void handle(event.data).catch((error: unknown) => reply({ kind: 'failed', detail: String(error) }));
});

async function handle(request: PngRequest): Promise<void> {
  switch (request.kind) {
    case 'begin': {
      filter = new ScanlineFilter(request.size.width);
      const stream = new CompressionStream('deflate');
      reply({ kind: 'bytes', bytes: pngHead(request.size) });
      deflating = { writer: stream.writable.getWriter(), written: writeData(stream.readable) };
      return;
    }
    case 'strip': {
      if (filter === undefined || deflating === undefined) throw new Error('A strip came before the size');
      await deflating.writer.write(filter.filter(request.pieces, request.rows));
      reply({ kind: 'taken' });
      return;
    }
    case 'end': {
      await deflating?.writer.close();
      await deflating?.written;
      reply({ kind: 'bytes', bytes: pngTail() });
      reply({ kind: 'done' });
    }
  }
}

async function writeData(deflated: ReadableStream<Uint8Array>): Promise<void> {
  const reader = deflated.getReader();
  let parts: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    if (size > 0) reply({ kind: 'bytes', bytes: pngChunk('IDAT', joinBytes(parts)) });
    parts = [];
    size = 0;
  };
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
    if (size >= LEAST_CHUNK) flush();
  }
  flush();
}
