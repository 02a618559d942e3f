/** Decoded pictures of one document, asked for while painting. */
export interface PictureCache {
  /** The picture when it is decoded; otherwise null, and it is fetched and announced. */
  get(hash: string): ImageBitmap | null;
  /** Calls back whenever a picture has come; gives the way to stop. */
  onCame(listener: (hash: string) => void): () => void;
  /** Lets go of everything. */
  close(): void;
}

/** Longest side kept for the screen: a card's picture at 400 % on a dense screen. */
const LONGEST_SIDE = 2048;

/** Makes a cache that fetches pictures from where `urlOf` says. A picture that cannot be read stays an empty frame. */
export function createPictureCache(
  urlOf: (hash: string) => string,
  decode: (url: string) => Promise<ImageBitmap> = decodePicture,
): PictureCache {
  const pictures = new Map<string, ImageBitmap | null>();
  const listeners = new Set<(hash: string) => void>();
  let closed = false;

  const fetchPicture = async (hash: string): Promise<void> => {
    const picture = await decode(urlOf(hash)).catch(() => null);
    if (picture === null) return;
    if (closed) {
      picture.close();
      return;
    }
    pictures.set(hash, picture);
    for (const listener of listeners) listener(hash);
  };

  return {
    get: (hash) => {
      const known = pictures.get(hash);
      if (known === undefined && !closed) {
        pictures.set(hash, null);
        void fetchPicture(hash);
      }
      return known ?? null;
    },
    onCame: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      for (const picture of pictures.values()) picture?.close();
      pictures.clear();
      listeners.clear();
    },
  };
}

/** Fetches and decodes off the main thread, made smaller where no screen could show more. */
async function decodePicture(url: string): Promise<ImageBitmap> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  if (scale === 1) return createImageBitmap(image);
  return createImageBitmap(image, {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: 'high',
  });
}
