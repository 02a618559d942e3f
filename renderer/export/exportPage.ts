import { z } from 'zod';
import { layoutWords, posterWords, sceneWords } from '../../shared/i18n/sheetWords.ts';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { assetUrl, type ExportBridge, type ExportJob } from '../../shared/ipc/bridge.ts';
import { createMapLayouter } from '../../shared/layout/mapLayout.ts';
import { POSTER_METRICS } from '../../shared/layout/metrics.ts';
import { getRecord, recordsOfType } from '../../shared/records/records.ts';
import { createSceneBuilder } from '../../shared/scene/buildScene.ts';
import { buildPoster, type Poster } from '../../shared/scene/poster.ts';
import { sceneToSvg } from '../../shared/scene/sceneToSvg.ts';
import { repairRecords } from '../../shared/store/integrity.ts';
import { createCanvasMeasurer } from '../canvas/canvasMeasurer.ts';
import { loadFonts, rareCharacters } from '../canvas/fonts.ts';
import { writePng } from './writePng.ts';

declare global {
  interface Window {
    readonly meanderExport: ExportBridge;
  }
}

// The policy of this page allows no code made at run time.
z.config({ jitless: true });

void run(window.meanderExport);

/** The hidden page's whole life: take the job, draw the poster, hand it over. */
async function run(bridge: ExportBridge): Promise<void> {
  try {
    const job = mended(await bridge.job());
    await loadFonts(rareCharacters(job.records.values()));
    const poster = drawPoster(job);
    bridge.progress(0.1);
    const pictures = await loadPictures(job);
    if (job.options.format === 'pdf') await showPage(poster, job, bridge);
    else {
      await writePng(poster, {
        scale: job.options.scale,
        theme: job.options.theme,
        picture: (hash) => pictures.get(hash) ?? null,
        write: (bytes) => bridge.writeBytes(bytes),
        progress: (done) => bridge.progress(0.1 + 0.9 * done),
      });
    }
    await bridge.finished();
  } catch (error) {
    await bridge.failed(error instanceof Error ? error.message : String(error));
  }
}

/** The job with a document in joint: a file may hold what no window has mended yet. */
function mended(job: ExportJob): ExportJob {
  return { ...job, records: repairRecords(job.records).records };
}

function drawPoster({ records, options, language, fileName }: ExportJob): Poster {
  const translate = createTranslator(language);
  const measurer = createCanvasMeasurer();
  const words = layoutWords(translate);
  return buildPoster({
    records,
    map: options.map,
    paper: options.paper,
    fileName,
    layouter: createMapLayouter({ metrics: POSTER_METRICS, measurer, words }),
    scenes: createSceneBuilder(sceneWords(translate), measurer),
    words: posterWords(language, translate),
    layoutWords: words,
    measurer,
  });
}

/** Fetches and decodes every picture, so that printing and painting find it ready. One that cannot be read is left out. */
async function loadPictures({ handle, records }: ExportJob): Promise<ReadonlyMap<string, HTMLImageElement>> {
  const pictures = new Map<string, HTMLImageElement>();
  const hashes = new Set(recordsOfType(records, 'asset').map((asset) => asset.hash));
  for (const hash of hashes) {
    const image = new Image();
    image.src = assetUrl(handle, hash);
    const decoded = await image.decode().then(
      () => true,
      () => false,
    );
    if (decoded) pictures.set(hash, image);
  }
  return pictures;
}

/** Puts the poster into the page at exactly the paper's size and waits until it is laid out. */
async function showPage(poster: Poster, job: ExportJob, bridge: ExportBridge): Promise<void> {
  const { pageWidth, pageHeight } = poster;
  const svg = sceneToSvg(poster.scene, {
    theme: job.options.theme,
    imageUrl: (hash) => assetUrl(job.handle, hash),
    size: { width: `${pageWidth}mm`, height: `${pageHeight}mm` },
  });
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  document.body.replaceChildren(parsed.documentElement);
  document.documentElement.lang = job.language;
  // A PDF takes its title from the page's.
  document.title = getRecord(job.records, job.options.map)?.title ?? '';
  await document.fonts.ready;
  bridge.progress(0.5);
  await bridge.pageReady(pageWidth, pageHeight);
}
