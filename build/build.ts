/** `npm run build`: bundles main, preload and renderer into out/. */
import { buildOut } from './buildOut.ts';

await buildOut();
