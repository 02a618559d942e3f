import { CircleCheck, RotateCcw, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { addComment, removeComment, resolveComment } from '../../shared/edits/comments.ts';
import { formatWhen } from '../../shared/i18n/formats.ts';
import type { CommentRecord } from '../../shared/records/comment.ts';
import type { Id } from '../../shared/records/ids.ts';
import { LIMITS } from '../../shared/records/limits.ts';
import type { Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication, useSettings } from '../ApplicationContext.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { Field } from './fields/Field.tsx';
import fields from './fields/fields.module.css';
import { useDraft } from './fields/useDraft.ts';
import { isComposing } from './fields/useTyping.ts';
import { useWrite } from './fields/useWrite.ts';
import styles from './inspector.module.css';

interface CommentListProps {
  readonly about: Id;
  readonly records: Records;
}

/** What people remarked on a thing, with answers below, and a place for one more. */
export function CommentList({ about, records }: CommentListProps) {
  const { t } = useTranslation();
  const { accountName } = useApplication();
  const author = useSettings(({ settings }) => settings.author);
  const write = useWrite();
  const id = useId();
  const comments = threadOf(records, about);
  const open = comments.filter(({ resolved }) => !resolved).length;
  const draft = useDraft(
    (text) => write(addComment, { about, author: author === '' ? accountName : author, text }) !== undefined,
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    draft.keep();
  };
  return (
    <section className={styles.comments} aria-label={t('inspector.comments')}>
      <Field
        label={t('inspector.comments')}
        htmlFor={id}
        {...(comments.length > 0 && { aside: t('inspector.commentCount', { count: comments.length, open }) })}
      >
        <ul className={styles.commentRows}>
          {comments.map((comment) => (
            <Comment key={comment.id} comment={comment} />
          ))}
        </ul>
        <textarea
          id={id}
          className={`${fields.field} ${fields.area}`}
          rows={1}
          maxLength={LIMITS.text}
          placeholder={t('inspector.commentHint')}
          value={draft.text}
          onChange={(event) => draft.setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      {draft.text.trim() !== '' && <Button onClick={draft.keep}>{t('inspector.addComment')}</Button>}
    </section>
  );
}

function Comment({ comment }: { readonly comment: CommentRecord }) {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const write = useWrite();
  const { id, author, at, text, resolved } = comment;
  return (
    <li className={styles.comment} data-resolved={resolved ? '' : undefined}>
      <p className={styles.commentBy}>
        <strong>{author}</strong> {formatWhen(language, t, at, Date.now())}
        {resolved && ` · ${t('inspector.resolved')}`}
      </p>
      <p className={styles.commentText}>{text}</p>
      <span className={styles.commentActions}>
        <IconButton
          icon={resolved ? RotateCcw : CircleCheck}
          size={15}
          label={t(resolved ? 'inspector.reopenComment' : 'inspector.resolveComment')}
          onClick={() => write(resolveComment, { comment: id, resolved: !resolved })}
        />
        <IconButton
          icon={Trash2}
          size={15}
          label={t('inspector.deleteComment')}
          onClick={() => write(removeComment, { comment: id })}
        />
      </span>
    </li>
  );
}

/** The comments on a thing, each followed by its answers, in the order they were made. */
function threadOf(records: Records, about: Id): readonly CommentRecord[] {
  return [...indexRecords(records).children(about, 'comment')]
    .sort((a, b) => a.at - b.at)
    .flatMap((comment) => [comment, ...threadOf(records, comment.id)]);
}
