import { z } from 'zod';
import { personaCardWords } from '../../shared/i18n/personaWords.ts';
import { layoutWords, posterWords, sceneWords } from '../../shared/i18n/sheetWords.ts';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { nameOf } from '../../shared/i18n/valueWords.ts';
import { assetUrl, type ExportBridge, type ExportJob } from '../../shared/ipc/bridge.ts';
import { createMapLayouter } from '../../shared/layout/mapLayout.ts';
import { POSTER_METRICS } from '../../shared/layout/metrics.ts';
import { isId } from '../../shared/records/ids.ts';
import { recordsOfType } from '../../shared/records/records.ts';
import { createSceneBuilder } from '../../shared/scene/buildScene.ts';
import { buildPersonaCard } from '../../shared/scene/personaCard.ts';
import { buildPoster } from '../../shared/scene/poster.ts';
import type { PrintedPage } from '../../shared/scene/printedPage.ts';
import { sceneToSvg } from '../../shared/scene/sceneToSvg.ts';
import type { ThemeName } from '../../shared/scene/theme.ts';
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

/** The hidden page's whole life: take the job, draw, hand it over. */
async function run(bridge: ExportBridge): Promise<void> {
  try {
    const job = mended(await bridge.job());
    await loadFonts(rareCharacters(job.records.values()));
    const page = layPage(job);
    bridge.progress(0.1);
    const pictures = await loadPictures(job);
    if (job.options.format === 'pdf') await showPage(page, job, bridge);
    else {
      await writePng(page, {
        scale: job.options.scale,
        theme: themeOf(job),
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

/** A person's card is light whatever is asked for: it is made to be printed. */
function themeOf({ options }: ExportJob): ThemeName {
  return isId('persona', options.of) ? 'light' : options.theme;
}

function layPage({ records, options, language, fileName }: ExportJob): PrintedPage {
  const translate = createTranslator(language);
  const measurer = createCanvasMeasurer();
  const { of } = options;
  if (isId('persona', of))
    return buildPersonaCard({ records, persona: of, words: personaCardWords(translate), measurer });
  const words = layoutWords(translate);
  return buildPoster({
    records,
    map: of,
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

/** Puts what was drawn into the page at exactly the paper's size and waits until it is laid out. */
async function showPage(
  { scene, pageWidth, pageHeight }: PrintedPage,
  job: ExportJob,
  bridge: ExportBridge,
): Promise<void> {
  const svg = sceneToSvg(scene, {
    theme: themeOf(job),
    imageUrl: (hash) => assetUrl(job.handle, hash),
    size: { width: `${pageWidth}mm`, height: `${pageHeight}mm` },
    drawsDashes: true,
  });
  // The parser of pages takes half as long over it as the one of XML.
  document.body.replaceChildren(document.createRange().createContextualFragment(svg));
  document.documentElement.lang = job.language;
  // A PDF takes its title from the page's.
  const drawn = job.records.get(job.options.of);
  document.title = drawn === undefined ? '' : nameOf(drawn);
  await document.fonts.ready;
  bridge.progress(0.5);
  await bridge.pageReady(pageWidth, pageHeight);
}
