import { Popover } from '@base-ui/react/popover';
import { X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { toggleInCards } from '../../shared/edits/cards.ts';
import { defineEdit } from '../../shared/edits/defineEdit.ts';
import { addTag, changeTag, removeTag } from '../../shared/edits/tags.ts';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord } from '../../shared/records/records.ts';
import type { TagRecord } from '../../shared/records/tag.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { ColourField } from './ColourField.tsx';
import type { CardPartProps } from './cardPart.ts';
import { Chooser } from './fields/Chooser.tsx';
import { Field } from './fields/Field.tsx';
import { TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { ItemPopup } from './ItemPopup.tsx';
import styles from './inspector.module.css';

/** Adds a tag and puts it on cards. */
const addTagToCards = defineEdit(
  'edit.addTag',
  (tx, { cards, name }: { readonly cards: readonly Id<'card'>[]; readonly name: string }) => {
    const { id } = addTag.run(tx, { fields: { name } });
    toggleInCards.run(tx, { cards, listed: { field: 'tags', id }, on: true });
  },
);

/** The labels that group cards across lanes and maps. */
export function CardTags({ cards, records }: CardPartProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const labelId = useId();
  const ids = cards.map(({ id }) => id);
  const tags = [...new Set(cards.flatMap((card) => card.tags))].flatMap((id) => getRecord(records, id) ?? []);
  const all = indexRecords(records).roots('tag');
  const isOnAll = (id: Id<'tag'>) => cards.every((card) => card.tags.includes(id));
  return (
    <Field label={t('inspector.tags')} labelId={labelId}>
      <ul className={styles.tags} aria-labelledby={labelId}>
        {tags.map((tag) => (
          <Tag
            key={tag.id}
            tag={tag}
            partly={!isOnAll(tag.id)}
            onRemove={() => write(toggleInCards, { cards: ids, listed: { field: 'tags', id: tag.id }, on: false })}
          />
        ))}
      </ul>
      <Chooser
        label={t('inspector.addTag')}
        choices={all.filter(({ id }) => !isOnAll(id)).map(({ id, name }) => ({ id, name }))}
        onChoose={(chosen) => {
          const tag = all.find(({ id }) => id === chosen);
          if (tag !== undefined) write(toggleInCards, { cards: ids, listed: { field: 'tags', id: tag.id }, on: true });
        }}
        onAdd={(name) => write(addTagToCards, { cards: ids, name })}
      />
    </Field>
  );
}

interface TagProps {
  readonly tag: TagRecord;
  /** Only some of the cards shown have it. */
  readonly partly: boolean;
  readonly onRemove: () => void;
}

function Tag({ tag, partly, onRemove }: TagProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const { id } = tag;
  const name = tag.name === '' ? t('inspector.unnamed') : tag.name;
  return (
    <li
      className={styles.tag}
      style={{ background: `var(--${tag.colour}-head)` }}
      data-partly={partly ? '' : undefined}
    >
      <Popover.Root>
        <Popover.Trigger className={styles.tagName}>
          {name}
          {partly && <span className="visually-hidden">{t('inspector.onSome')}</span>}
        </Popover.Trigger>
        <ItemPopup
          title={t('inspector.tag')}
          deleteLabel={t('inspector.deleteTag')}
          onDelete={() => write(removeTag, { tag: id })}
        >
          <TextField
            label={t('inspector.name')}
            value={tag.name}
            onWrite={(text) => write(changeTag, { tag: id, fields: { name: text } }, `name ${id}`)}
          />
          <ColourField value={tag.colour} onWrite={(colour) => write(changeTag, { tag: id, fields: { colour } })} />
        </ItemPopup>
      </Popover.Root>
      <button type="button" className={styles.tagOff} aria-label={t('inspector.takeOff', { name })} onClick={onRemove}>
        <X size={13} aria-hidden="true" />
      </button>
    </li>
  );
}
