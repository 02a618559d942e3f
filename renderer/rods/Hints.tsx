import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { CARD_KINDS } from '../../shared/records/card.ts';
import { useApplication } from '../ApplicationContext.ts';
import { keycapsOf } from '../commands/useKeycaps.ts';
import { Keycaps } from '../controls/Keycaps.tsx';
import { mapKeyCaps } from '../help/mapKeys.ts';
import { useLater } from '../useLater.ts';
import styles from './Hints.module.css';
import { type Hint, hintsFor, type Situation, situationOf } from './hintsFor.ts';

/** The most useful keys for what one is doing. */
export function Hints() {
  const { t } = useTranslation();
  const { documents, editor, editing, platform } = useApplication();
  // A card that is moved can become another kind.
  const situation = useLater([editing, documents], () => situationOf(editing.getState(), editor.records));
  const capsOf = ({ command, keys }: Hint): readonly string[] => {
    if (command !== undefined) return keycapsOf(command, platform) ?? [];
    return keys === undefined ? [] : mapKeyCaps(t, keys, platform);
  };
  return (
    <section className={styles.hints}>
      <h2>{titleOf(t, situation)}</h2>
      <ul>
        {hintsFor(situation).map((hint) => (
          <li key={hint.word}>
            <Keycaps keys={capsOf(hint)} onRod /> {t(`hints.${hint.word}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function titleOf(t: TFunction, situation: Situation): string {
  const [name, detail = ''] = situation.split(' ');
  if (name === 'many') return t('hints.many', { count: Number(detail) });
  const kind = CARD_KINDS.find((each) => each === detail);
  if (kind !== undefined) return t('hints.card', { kind: t(`kind.${kind}`) });
  switch (situation) {
    case 'name':
      return t('hints.text');
    case 'cell':
    case 'feelingCell':
    case 'feeling':
    case 'stage':
    case 'step':
    case 'lane':
    case 'text':
    case 'choosing':
    case 'linking':
      return t(`hints.${situation}`);
    default:
      return t('hints.title');
  }
}
