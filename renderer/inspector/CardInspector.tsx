import { Copy, Lock, LockOpen, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { lockCards, removeCards, setCardKind, setCardSpan, setCardText } from '../../shared/edits/cards.ts';
import { duplicateCards } from '../../shared/edits/copyCards.ts';
import { defineEdit } from '../../shared/edits/defineEdit.ts';
import type { Id } from '../../shared/records/ids.ts';
import { KINDS_OF_LANE } from '../../shared/records/lane.ts';
import { LONGEST_SPAN } from '../../shared/records/limits.ts';
import { getRecord } from '../../shared/records/records.ts';
import { useApplication } from '../ApplicationContext.ts';
import { CardArrows } from './CardArrows.tsx';
import { CardChannels } from './CardChannels.tsx';
import { CardEvidence } from './CardEvidence.tsx';
import { CardLane } from './CardLane.tsx';
import { CardLinks } from './CardLinks.tsx';
import { CardPicture } from './CardPicture.tsx';
import { CardPlan } from './CardPlan.tsx';
import { CardTags } from './CardTags.tsx';
import { CardValue } from './CardValue.tsx';
import { CardWalker } from './CardWalker.tsx';
import { CommentList } from './CommentList.tsx';
import type { CardPartProps } from './cardPart.ts';
import { Fields } from './fields/Fields.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { SelectField } from './fields/SelectField.tsx';
import { TextArea } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { HiddenLaneNote, InspectorHead, LockedNote } from './InspectorHead.tsx';
import { KindPin } from './KindPin.tsx';
import { sharedValue } from './sharedValue.ts';
import { stepWithNumber } from './stepNumber.ts';

const widenCards = defineEdit(
  'edit.setCardSpan',
  (tx, { cards, span }: { readonly cards: readonly Id<'card'>[]; readonly span: number }) => {
    for (const card of cards) setCardSpan.run(tx, { card, span });
  },
);

/** Everything one card says, or what several have in common. */
export function CardInspector({ cards, records }: CardPartProps) {
  const { t } = useTranslation();
  const [first] = cards;
  const only = cards.length === 1 ? first : undefined;
  const lanes = [...new Set(cards.map(({ lane }) => lane))].map((id) => getRecord(records, id));
  const laneLocked = lanes.some((lane) => lane?.locked === true);
  const cardLocked = cards.some(({ locked }) => locked);
  const write = useWrite();
  const ids = cards.map(({ id }) => id);
  if (first === undefined) return null;
  return (
    <>
      <CardHead cards={cards} records={records} />
      <HiddenLaneNote lanes={lanes} />
      {cardLocked && !laneLocked && (
        <LockedNote
          words={t('inspector.cardLocked', { count: cards.length })}
          onOpen={() => write(lockCards, { cards: ids, locked: false })}
        />
      )}
      {laneLocked && <p>{t('inspector.laneOfCardLocked')}</p>}
      <Fields closed={cardLocked || laneLocked}>
        {only !== undefined && (
          <TextArea
            label={t('inspector.text')}
            hideLabel
            value={only.text}
            placeholder={t('inspector.textHint')}
            onWrite={(text) => write(setCardText, { card: only.id, text }, `text ${only.id}`)}
          />
        )}
        <CardKinds cards={cards} records={records} />
        <CardValue cards={cards} records={records} />
        {only?.kind === 'picture' && <CardPicture card={only} records={records} />}
        {sharedValue(cards, ({ kind }) => kind) === 'touchpoint' && <CardChannels cards={cards} records={records} />}
        <CardEvidence cards={cards} records={records} />
        {only !== undefined && <CardLinks card={only} records={records} />}
        {only !== undefined && <CardArrows card={only} records={records} />}
        <CardPlan cards={cards} records={records} />
        <CardTags cards={cards} records={records} />
        <CardWalker cards={cards} records={records} />
        <CardLane cards={cards} records={records} />
        <NumberField
          label={t('inspector.span')}
          value={sharedValue(cards, ({ span }) => span) ?? null}
          least={1}
          most={LONGEST_SPAN}
          step={1}
          onWrite={(span) => write(widenCards, { cards: ids, span }, `span ${ids.join(' ')}`)}
        />
      </Fields>
      {only !== undefined && <CommentList about={only.id} records={records} />}
    </>
  );
}

function CardHead({ cards, records }: CardPartProps) {
  const { t } = useTranslation();
  const { editor } = useApplication();
  const ids = cards.map(({ id }) => id);
  const kind = sharedValue(cards, (card) => card.kind);
  const step = sharedValue(cards, (card) => card.step);
  const isOne = cards.length === 1;
  const locked = cards.every((card) => card.locked);
  return (
    <InspectorHead
      picture={
        kind !== undefined && (
          <KindPin kind={kind} size={32} priority={sharedValue(cards, ({ priority }) => priority) ?? 0} />
        )
      }
      title={
        isOne && kind !== undefined ? t(`inspector.kind.${kind}`) : t('inspector.manyCards', { count: cards.length })
      }
      subtitle={step === undefined ? '' : stepWithNumber(records, step)}
      actions={[
        {
          label: t('inspector.duplicate'),
          icon: Copy,
          onDo: () => editor.edit(duplicateCards, { cards: ids }, { select: (made) => made }),
        },
        {
          label: t(locked ? 'inspector.unlock' : 'inspector.lock'),
          icon: locked ? LockOpen : Lock,
          onDo: () => editor.edit(lockCards, { cards: ids, locked: !locked }),
        },
        {
          label: t('inspector.delete'),
          icon: Trash2,
          onDo: () => editor.edit(removeCards, { cards: ids }),
        },
      ]}
    />
  );
}

/** The kind, where the lane leaves a choice. */
function CardKinds({ cards, records }: CardPartProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const [first = [], ...others] = cards.map(({ lane }) => KINDS_OF_LANE[getRecord(records, lane)?.kind ?? 'emotions']);
  const kinds = first.filter((kind) => others.every((list) => list.includes(kind)));
  if (kinds.length < 2) return null;
  return (
    <SelectField
      label={t('inspector.kindLabel')}
      value={sharedValue(cards, ({ kind }) => kind) ?? null}
      mixed={t('inspector.various')}
      options={kinds.map((kind) => ({ value: kind, label: t(`inspector.kind.${kind}`) }))}
      onWrite={(kind) => write(setCardKind, { cards: cards.map(({ id }) => id), kind })}
    />
  );
}
