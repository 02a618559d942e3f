import { z } from 'zod';
import { MAIN_COMMAND_IDS } from '../../../shared/commands/commandIds.ts';
import { COMMAND_CONTEXTS } from '../../../shared/commands/menuFacts.ts';
import { EDIT_LABELS } from '../../../shared/edits/editLabels.ts';
import { type Bridge, PAPERS, SAMPLES, TEMPLATES } from '../../../shared/ipc/bridge.ts';
import type { BridgeMethod } from '../../../shared/ipc/channels.ts';
import type { DocumentHandle, EditMessage } from '../../../shared/ipc/projectStore.ts';
import { PICTURE_TYPES } from '../../../shared/records/asset.ts';
import { idField, nameField } from '../../../shared/records/fields.ts';
import { LIMITS } from '../../../shared/records/limits.ts';
import { editStepSchema } from '../../../shared/store/historyLog.ts';
import { settingsSchema } from '../settings/settings.ts';

/** Arguments as they arrive: like `Bridge`, but dropped files have become their paths. */
export type CallArguments<Method extends BridgeMethod> = Method extends 'openDropped'
  ? [paths: readonly string[]]
  : Parameters<Bridge[Method]>;

/** An id that main made itself: what it stands for is looked up. */
const ownId = z.string().min(1).max(100);

const handle = z.custom<DocumentHandle>(
  (value) => typeof value === 'string' && /^document:[\w-]{1,64}$/.test(value),
  'is not the handle of a document',
);

/** A revision that main told of. */
const revision = z.string().min(1).max(64);

/** SHA-256 of pictures in lower-case hex. */
const hashes = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(LIMITS.records);

const isMap = (value: unknown): boolean => value instanceof Map && value.size <= LIMITS.records;

/** The form of an edit. What its records hold is judged in one place, by the process that writes them. */
const edit = z.custom<EditMessage>((value) => {
  const form = z.strictObject({
    number: z.number().int().positive(),
    label: z.string().max(LIMITS.name),
    diff: z.strictObject({ added: z.custom(isMap), updated: z.custom(isMap), removed: z.custom(isMap) }),
    step: editStepSchema.exactOptional(),
  });
  return form.safeParse(value).success;
}, 'is not an edit');

const exportOptions = z.strictObject({
  of: z.union([idField('map'), idField('persona')]),
  format: z.enum(['pdf', 'png']),
  paper: z.enum(PAPERS),
  scale: z.number().min(1).max(4),
  theme: z.enum(['light', 'dark']),
});

const picture = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= LIMITS.pictureBytes, 'is too large');

/** A place in a window, in CSS px. */
const place = z.number().min(-100_000).max(100_000).transform(Math.round);

const editName = z.strictObject({ label: z.enum(EDIT_LABELS), count: z.number().int().positive() }).nullable();

const menuFacts = z.strictObject({ context: z.enum(COMMAND_CONTEXTS), undo: editName, redo: editName });

const nothing = z.tuple([]);
const settingsChange = z.strictObject({
  language: settingsSchema.shape.language.exactOptional(),
  theme: settingsSchema.shape.theme.exactOptional(),
  author: nameField.exactOptional(),
  historyCap: settingsSchema.shape.historyCap.exactOptional(),
  autosave: settingsSchema.shape.autosave.exactOptional(),
  guide: settingsSchema.shape.guide.exactOptional(),
});

/** The form of every call's arguments. */
export const BRIDGE_ARGUMENTS: { readonly [Method in BridgeMethod]: z.ZodType<CallArguments<Method>> } = {
  start: nothing,
  changeSettings: z.tuple([settingsChange]),
  listRecent: nothing,
  forgetRecent: z.tuple([ownId]),
  locateRecent: z.tuple([ownId]),
  listUnsaved: nothing,
  openWithDialog: nothing,
  openRecent: z.tuple([ownId]),
  openSample: z.tuple([z.enum(SAMPLES)]),
  openTemplate: z.tuple([z.enum(TEMPLATES)]),
  openDropped: z.tuple([z.array(z.string().max(32_768)).max(10_000)]),
  openEarlier: nothing,
  openSalvaged: nothing,
  cancelOpening: nothing,
  resumeUnsaved: z.tuple([ownId]),
  salvageUnsaved: z.tuple([ownId]),
  discardUnsaved: z.tuple([ownId]),
  commit: z.tuple([handle, edit]),
  save: z.tuple([handle, z.boolean()]),
  lookAtFile: z.tuple([handle]),
  findMovedFile: z.tuple([handle]),
  followMovedFile: z.tuple([handle]),
  compareWithFile: z.tuple([handle]),
  compareWithCopy: z.tuple([handle]),
  keepState: z.tuple([handle]),
  joinCompared: z.tuple([handle, revision]),
  adoptFile: z.tuple([handle, revision]),
  saveAs: z.tuple([handle, z.boolean()]),
  saveVersion: z.tuple([handle, nameField]),
  listVersions: z.tuple([handle]),
  readVersion: z.tuple([handle, ownId]),
  nameVersion: z.tuple([handle, ownId, nameField]),
  putAsset: z.tuple([handle, z.enum(PICTURE_TYPES), picture]),
  holdPictures: z.tuple([handle, hashes]),
  bringPictures: z.tuple([handle, hashes]),
  readPeople: z.tuple([handle]),
  exportFile: z.tuple([handle, exportOptions]),
  cancelExport: nothing,
  showExported: nothing,
  closeProject: z.tuple([handle]),
  run: z.tuple([z.enum(MAIN_COMMAND_IDS)]),
  tellMenu: z.tuple([menuFacts]),
  popupMenu: z.tuple([place, place]),
  minimizeWindow: nothing,
  toggleMaximized: nothing,
  confirmClose: z.tuple([z.boolean()]),
};
