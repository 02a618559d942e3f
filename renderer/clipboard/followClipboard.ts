import { addPictureCard, setCardPicture } from '../../shared/exchange/addPictureCard.ts';
import { THINGS_TYPE } from '../../shared/exchange/clipboardThings.ts';
import { hitTest } from '../../shared/layout/hitTest.ts';
import { getRecord } from '../../shared/records/records.ts';
import { readDocument } from '../../shared/store/mapParts.ts';
import type { Application } from '../application.ts';
import { toMap } from '../canvas/camera.ts';
import { cellOfPlace, firstCellOfMap } from '../editing/cellOfPlace.ts';
import { type Place, placeOfHit } from '../editing/place.ts';
import { takePicture } from '../inspector/takePicture.ts';

/** Pixels of the longer side of a picture that is pasted or dropped; a larger one is made smaller. */
const LONGEST_SIDE = 2048;

/** Copy, cut, paste and drops on the map. Returns the way to stop. */
export function followClipboard(app: Application): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const give = (event: ClipboardEvent, how: 'copy' | 'cut'): void => {
    if (event.clipboardData === null || !isOnMap()) return;
    const offer = app.clipboard[how]();
    if (offer === null) return;
    event.preventDefault();
    event.clipboardData.setData(THINGS_TYPE, offer.things);
    event.clipboardData.setData('text/plain', offer.text);
    event.clipboardData.setData('text/html', offer.html);
    const handle = app.documents.getState().document?.handle;
    if (handle !== undefined) void app.bridge.holdPictures(handle, offer.pictures);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (event.clipboardData === null || !isOnMap()) return;
    event.preventDefault();
    const things = event.clipboardData.getData(THINGS_TYPE);
    const text = event.clipboardData.getData('text/plain');
    const picture = pictureIn(event.clipboardData);
    if (things === '' && text === '' && picture !== null) void putPicture(app, picture, app.editing.getState().place);
    else app.clipboard.paste({ things, text });
  };
  const onDragOver = (event: DragEvent): void => {
    const { dataTransfer } = event;
    if (dataTransfer === null || !isMap(event.target) || isOtherFile(dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
    dataTransfer.dropEffect = 'copy';
  };
  const onDrop = (event: DragEvent): void => {
    const { dataTransfer } = event;
    if (dataTransfer === null || !isMap(event.target) || isOtherFile(dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
    const place = placeUnder(app, event);
    const picture = pictureIn(dataTransfer);
    const text = dataTransfer.getData('text/plain');
    if (place !== null) app.editor.goTo(place);
    if (picture !== null) void putPicture(app, picture, place);
    else if (text !== '') app.clipboard.pasteText(text, place);
    else app.clipboard.refuse('dropNotUsable');
  };
  document.addEventListener('copy', (event) => give(event, 'copy'), { signal });
  document.addEventListener('cut', (event) => give(event, 'cut'), { signal });
  document.addEventListener('paste', onPaste, { signal });
  document.addEventListener('dragover', onDragOver, { signal });
  document.addEventListener('drop', onDrop, { signal });
  return () => stop.abort();
}

/** Whether the map has the keyboard, and no text of the window is marked to be copied itself. */
function isOnMap(): boolean {
  const { activeElement } = document;
  const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
  return !isField && isMap(activeElement) && document.getSelection()?.isCollapsed !== false;
}

function isMap(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-region="canvas"]') !== null;
}

/**
 * Files that are no pictures belong to the window, which opens projects and says what it cannot open. Which formats of
 * pictures can be read is seen when they are.
 */
function isOtherFile(data: DataTransfer): boolean {
  return data.types.includes('Files') && ![...data.items].some(isPicture);
}

function isPicture({ kind, type }: DataTransferItem): boolean {
  return kind === 'file' && type.startsWith('image/');
}

function pictureIn(data: DataTransfer): File | null {
  return [...data.items].find(isPicture)?.getAsFile() ?? null;
}

function placeUnder(app: Application, event: DragEvent): Place | null {
  const layout = app.scene.getState().shown?.layout;
  const canvas = event.target instanceof Element ? event.target.closest('[data-region="canvas"]') : null;
  if (layout === undefined || canvas === null) return null;
  const { left, top } = canvas.getBoundingClientRect();
  const { x, y } = toMap(app.camera.getState().camera, { x: event.clientX - left, y: event.clientY - top });
  return placeOfHit(hitTest(layout, x, y));
}

/** Gives a picture to the picture card at a place, else makes a card of it there, or in the first step. */
async function putPicture(app: Application, file: File, place: Place | null): Promise<void> {
  const taken = await takePicture(app, file, LONGEST_SIDE);
  const { records } = app.editor;
  const { map } = app.session.getState();
  if (records === undefined || map === null) return;
  if (!taken.ok) {
    app.clipboard.refuse(taken.reason);
    return;
  }
  const picture = taken.value;
  const card = place?.kind === 'card' ? getRecord(records, place.id) : undefined;
  if (card?.kind === 'picture') {
    app.editor.edit(setCardPicture, { card: card.id, picture }, { select: () => [card.id] });
    return;
  }
  const reader = readDocument(records);
  const cell = (place && cellOfPlace(reader, place)) ?? firstCellOfMap(reader, map);
  if (cell === null) app.clipboard.refuse('nowhereToPaste');
  else app.editor.edit(addPictureCard, { picture, ...cell }, { select: ({ id }) => [id] });
}
