import { ChevronRight, Signpost, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { answerPain, linkCards, unlinkCards } from '../../shared/edits/cardLinks.ts';
import { ANSWERING_KINDS, ASKING_KINDS } from '../../shared/edits/joinCards.ts';
import type { CardRecord } from '../../shared/records/card.ts';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication } from '../ApplicationContext.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { Chooser } from './fields/Chooser.tsx';
import { Field } from './fields/Field.tsx';
import { useWrite } from './fields/useWrite.ts';
import styles from './inspector.module.css';
import { KindPin } from './KindPin.tsx';

interface CardLinksProps {
  readonly card: CardRecord;
  readonly records: Records;
}

/** What answers a pain point, or which ones an opportunity answers. Other cards show only links they have. */
export function CardLinks({ card, records }: CardLinksProps) {
  const { t } = useTranslation();
  const { editor } = useApplication();
  const write = useWrite();
  const onMap = cardsBeside(records, card);
  const linked = card.links.flatMap((id) => getRecord(records, id) ?? []);
  const answered = onMap.filter((other) => other.links.includes(card.id));
  const asks = ASKING_KINDS.includes(card.kind);
  const open = onMap.filter(({ id, kind }) => ANSWERING_KINDS.includes(kind) && !card.links.includes(id));
  return (
    <>
      {(asks || linked.length > 0) && (
        <LinkedCards
          label={t(asks ? 'inspector.answeredBy' : 'inspector.leadsTo')}
          cards={linked}
          onRemove={(id) => write(unlinkCards, { from: card.id, to: id })}
        >
          {asks && (
            <>
              <Chooser
                label={t('inspector.chooseOpportunity')}
                choices={open.map((each) => ({
                  id: each.id,
                  name: each.text,
                  picture: <KindPin kind={each.kind} priority={each.priority} size={20} />,
                }))}
                onChoose={(chosen) => {
                  const to = open.find(({ id }) => id === chosen);
                  if (to !== undefined) write(linkCards, { from: card.id, to: to.id });
                }}
              />
              <Button
                className={styles.wrap}
                onClick={() =>
                  editor.edit(
                    answerPain,
                    {
                      card: card.id,
                      newLane: { name: t('laneKind.opportunities'), hint: t('inspector.laneHint.opportunities') },
                    },
                    { select: ({ id }) => [id] },
                  )
                }
              >
                <Signpost size={16} aria-hidden="true" />
                {t('inspector.makeOpportunity')}
              </Button>
            </>
          )}
        </LinkedCards>
      )}
      {answered.length > 0 && (
        <LinkedCards
          label={t('inspector.answers')}
          cards={answered}
          onRemove={(id) => write(unlinkCards, { from: id, to: card.id })}
        />
      )}
    </>
  );
}

interface LinkedCardsProps {
  readonly label: string;
  readonly cards: readonly CardRecord[];
  readonly onRemove: (id: Id<'card'>) => void;
  readonly children?: React.ReactNode;
}

function LinkedCards({ label, cards, onRemove, children }: LinkedCardsProps) {
  const { t } = useTranslation();
  const { editor } = useApplication();
  const labelId = useId();
  return (
    <Field label={label} labelId={labelId}>
      <ul className={styles.rows} aria-labelledby={labelId}>
        {cards.map(({ id, kind, priority, text }) => {
          const name = text === '' ? t(`inspector.kind.${kind}`) : text;
          return (
            <li key={id} className={styles.linked}>
              <button type="button" className={styles.rowButton} onClick={() => editor.goTo({ kind: 'card', id })}>
                <KindPin kind={kind} priority={priority} size={24} />
                <span className={styles.rowWords}>{name}</span>
                <ChevronRight size={15} aria-hidden="true" />
              </button>
              <IconButton icon={X} size={14} label={t('inspector.unlink', { name })} onClick={() => onRemove(id)} />
            </li>
          );
        })}
      </ul>
      {children}
    </Field>
  );
}

/** The other cards of a card's map. */
function cardsBeside(records: Records, card: CardRecord): readonly CardRecord[] {
  const map = getRecord(records, card.lane)?.map;
  if (map === undefined) return [];
  const index = indexRecords(records);
  return index
    .children(map, 'lane')
    .flatMap((lane) => index.children(lane.id, 'card'))
    .filter(({ id }) => id !== card.id);
}
