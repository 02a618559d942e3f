import { isAbsolute } from 'node:path';
import { z } from 'zod';
import type { DocumentHandle, ProjectStore } from '../../shared/ipc/projectStore.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import { editStepSchema } from '../../shared/store/historyLog.ts';
import { isAnyId } from './storedRecord.ts';

const path = z.string().refine(isAbsolute, 'is not an absolute path');
const handle = z.custom<DocumentHandle>((value) => typeof value === 'string' && /^document:[\w-]+$/.test(value));
const id = z.custom<Id>((value) => typeof value === 'string' && isAnyId(value));
const bytes = z.instanceof(Uint8Array);
const name = z.string().max(1000);

/** Only the form: whether a record is valid is judged where it is written. */
const record = z.custom<MeanderRecord>(
  (value) => typeof value === 'object' && value !== null && 'id' in value && id.safeParse(value.id).success,
);

const asset = z.strictObject({ hash: name, mime: name, bytes });

const edit = z.strictObject({
  number: z.number().int().positive(),
  label: name,
  diff: z.strictObject({
    added: z.map(id, record),
    updated: z.map(id, z.tuple([record, record])),
    removed: z.map(id, record),
  }),
  step: editStepSchema.exactOptional(),
});

/** A person's file, or a working copy of this store. */
const source = z.union([z.strictObject({ path }), z.strictObject({ workId: z.string().regex(/^[\w-]{1,64}$/) })]);

const near = z.array(path);

/** A document whose file is sought. */
const lost = z.union([z.strictObject({ uuid: name, path, near }), z.strictObject({ handle, near })]);

const publishRequest = z.strictObject({
  author: name,
  target: path.nullable(),
  asCopy: z.boolean(),
  replace: z.boolean(),
  label: name.exactOptional(),
});

/** The form of every method's arguments, checked as they come in from another process. */
export const STORAGE_ARGUMENTS: {
  readonly [Method in keyof ProjectStore]: z.ZodType<Parameters<ProjectStore[Method]>>;
} = {
  isThere: z.tuple([path]),
  read: z.tuple([path]),
  open: z.tuple([path]),
  openCopy: z.tuple([path]),
  salvage: z.tuple([source]),
  giveUp: z.tuple([source]),
  create: z.tuple([z.array(record), z.array(asset)]),
  listUnsaved: z.tuple([]),
  resume: z.tuple([name]),
  discard: z.tuple([name]),
  contents: z.tuple([handle]),
  glance: z.tuple([handle]),
  commit: z.tuple([handle, edit]),
  lookAtFile: z.tuple([handle]),
  findMoved: z.tuple([lost]),
  followFile: z.tuple([handle, path]),
  compareVersion: z.tuple([handle, path]),
  joinVersion: z.tuple([handle, path, name]),
  adoptVersion: z.tuple([handle, name]),
  keepState: z.tuple([handle, name]),
  publish: z.tuple([handle, publishRequest]),
  putAsset: z.tuple([handle, name, bytes]),
  readAsset: z.tuple([z.union([handle, z.strictObject({ path })]), name]),
  tombstones: z.tuple([handle]),
  listVersions: z.tuple([z.union([z.strictObject({ uuid: name }), z.strictObject({ path })])]),
  tellVersions: z.tuple([handle]),
  readVersion: z.tuple([handle, name]),
  nameVersion: z.tuple([handle, name, name]),
  limitHistory: z.tuple([z.number().min(0)]),
  close: z.tuple([handle, z.boolean()]),
};
