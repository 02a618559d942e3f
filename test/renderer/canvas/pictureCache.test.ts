import { expect, test, vi } from 'vitest';
import { createPictureCache } from '../../../renderer/canvas/pictureCache.ts';

const bitmap = () => ({ close: vi.fn() }) as unknown as ImageBitmap;
const comes = () => new Promise((resolve) => setTimeout(resolve));

test('a picture is fetched once, announced, and given from then on', async () => {
  const picture = bitmap();
  const decode = vi.fn(() => Promise.resolve(picture));
  const cache = createPictureCache((hash) => `app://x/${hash}`, decode);
  const came = vi.fn();
  cache.onCame(came);
  expect(cache.get('a')).toBeNull();
  expect(cache.get('a')).toBeNull();
  await comes();
  expect(decode.mock.calls).toEqual([['app://x/a']]);
  expect(came.mock.calls).toEqual([['a']]);
  expect(cache.get('a')).toBe(picture);
});

test('a picture that cannot be read is not asked for again', async () => {
  const decode = vi.fn(() => Promise.reject(new Error('broken')));
  const cache = createPictureCache((hash) => hash, decode);
  cache.get('a');
  await comes();
  expect(cache.get('a')).toBeNull();
  expect(decode).toHaveBeenCalledTimes(1);
});

test('a closed cache lets go of what it has and of what comes later', async () => {
  const [early, late] = [bitmap(), bitmap()];
  let give: (picture: ImageBitmap) => void = () => undefined;
  const decode = (url: string) =>
    url === 'early'
      ? Promise.resolve(early)
      : new Promise<ImageBitmap>((resolve) => {
          give = resolve;
        });
  const cache = createPictureCache((hash) => hash, decode);
  cache.get('early');
  cache.get('late');
  await comes();
  cache.close();
  give(late);
  await comes();
  expect(early.close).toHaveBeenCalled();
  expect(late.close).toHaveBeenCalled();
});
