import { Plus, SlidersHorizontal, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changePersona } from '../../../shared/edits/personas.ts';
import { LIMITS } from '../../../shared/records/limits.ts';
import type { CharacterTrait, PersonaRecord } from '../../../shared/records/persona.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { SliderField } from '../fields/SliderField.tsx';
import { useTyping } from '../fields/useTyping.ts';
import { useWrite } from '../fields/useWrite.ts';
import styles from './persona.module.css';
import { SheetSection } from './SheetSection.tsx';

/** A persona's record holds no more. */
const MOST_TRAITS = 20;

/** A character as sliders between two words. */
export function TraitList({ persona }: { readonly persona: PersonaRecord }) {
  const { t } = useTranslation();
  const write = useWrite();
  const { id, traits } = persona;
  const set = (next: readonly CharacterTrait[], run?: string): void => {
    write(changePersona, { persona: id, fields: { traits: next } }, run);
  };
  return (
    <SheetSection title={t('persona.character')} icon={SlidersHorizontal} colour="ink-2">
      <ul className={styles.traits}>
        {traits.map((trait, at) => (
          <Trait
            // biome-ignore lint/suspicious/noArrayIndexKey: a trait has no name but its words, which are being changed
            key={at}
            trait={trait}
            onWrite={(next, what) =>
              set(
                traits.map((other, index) => (index === at ? next : other)),
                `${what} ${at} ${id}`,
              )
            }
            onRemove={() => set(traits.filter((_, index) => index !== at))}
          />
        ))}
      </ul>
      {traits.length < MOST_TRAITS && (
        <button
          type="button"
          className={styles.addLine}
          onClick={() => set([...traits, { low: '', high: '', value: 50 }])}
        >
          <Plus size={14} aria-hidden="true" />
          {t('persona.addTrait')}
        </button>
      )}
    </SheetSection>
  );
}

interface TraitProps {
  readonly trait: CharacterTrait;
  readonly onWrite: (trait: CharacterTrait, what: keyof CharacterTrait) => void;
  readonly onRemove: () => void;
}

function Trait({ trait, onWrite, onRemove }: TraitProps) {
  const { t } = useTranslation();
  const low = useTyping(trait.low, (text) => onWrite({ ...trait, low: text }, 'low'));
  const high = useTyping(trait.high, (text) => onWrite({ ...trait, high: text }, 'high'));
  const words = { low: trait.low || t('persona.lowHint'), high: trait.high || t('persona.highHint') };
  return (
    <li className={styles.trait}>
      <input
        {...low}
        className={styles.line}
        aria-label={t('persona.low')}
        placeholder={t('persona.lowHint')}
        maxLength={LIMITS.name}
      />
      <SliderField
        label={t('persona.between', words)}
        value={trait.value}
        least={0}
        most={100}
        step={1}
        words={t('persona.traitWords', { percent: trait.value, high: words.high })}
        onWrite={(value) => onWrite({ ...trait, value }, 'value')}
      />
      <input
        {...high}
        className={`${styles.line} ${styles.end}`}
        aria-label={t('persona.high')}
        placeholder={t('persona.highHint')}
        maxLength={LIMITS.name}
      />
      <IconButton icon={X} size={14} label={t('persona.removeTrait', words)} onClick={onRemove} />
    </li>
  );
}
