import type { CommentRecord } from '../records/comment.ts';
import type { Id } from '../records/ids.ts';
import { defineEdit } from './defineEdit.ts';
import { addEntered, changeFields } from './enterFields.ts';
import { removeRecords } from './removeRecords.ts';

/** A remark to be made. */
export interface NewComment {
  /** Any record; a comment, to answer it. */
  readonly about: Id;
  readonly author: string;
  readonly text: string;
}

/** Adds a comment, dated now. What is locked may be spoken of. */
export const addComment = defineEdit(
  'edit.addComment',
  (tx, fields: NewComment): CommentRecord => addEntered(tx, 'comment', { ...fields, at: tx.now }),
);

/** Changes what a comment says. */
export const changeComment = defineEdit(
  'edit.changeComment',
  (tx, { comment, text }: { readonly comment: Id<'comment'>; readonly text: string }) =>
    changeFields(tx, 'comment', comment, { text }),
);

/** Says that a comment is dealt with, or not yet. */
export const resolveComment = defineEdit(
  'edit.resolveComment',
  (tx, { comment, resolved }: { readonly comment: Id<'comment'>; readonly resolved: boolean }) =>
    changeFields(tx, 'comment', comment, { resolved }),
);

/** Removes a comment with the answers to it. */
export const removeComment = defineEdit('edit.removeComment', (tx, { comment }: { readonly comment: Id<'comment'> }) =>
  removeRecords(tx, [comment]),
);
