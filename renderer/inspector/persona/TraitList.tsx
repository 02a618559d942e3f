import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changePersona } from '../../../shared/edits/personas.ts';
import { LIMITS } from '../../../shared/records/limits.ts';
import type { CharacterTrait, PersonaRecord } from '../../../shared/records/persona.ts';
import { PERSONA_LOOKS } from '../../../shared/scene/personaLooks.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { joinNames } from '../../controls/joinNames.ts';
import { SliderField } from '../fields/SliderField.tsx';
import { useGrowing } from '../fields/useGrowing.ts';
import { type TypingProps, useTyping } from '../fields/useTyping.ts';
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
    <SheetSection title={t('persona.character')} look={PERSONA_LOOKS.character}>
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
      <Word typing={low} label={t('persona.low')} hint={t('persona.lowHint')} />
      <SliderField
        label={t('persona.between', words)}
        value={trait.value}
        least={0}
        most={100}
        step={1}
        words={t('persona.traitWords', { percent: trait.value, high: words.high })}
        onWrite={(value) => onWrite({ ...trait, value }, 'value')}
      />
      <Word typing={high} label={t('persona.high')} hint={t('persona.highHint')} className={styles.end} />
      <IconButton icon={X} size={14} label={t('persona.removeTrait', words)} onClick={onRemove} />
    </li>
  );
}

interface WordProps {
  readonly typing: TypingProps;
  readonly label: string;
  readonly hint: string;
  readonly className?: string | undefined;
}

/** One end of a trait; a long word takes a second line. */
function Word({ typing, label, hint, className }: WordProps) {
  const box = useGrowing(typing.value);
  return (
    <textarea
      {...typing}
      ref={box}
      rows={1}
      className={joinNames(styles.line, className)}
      aria-label={label}
      placeholder={hint}
      maxLength={LIMITS.name}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  );
}
