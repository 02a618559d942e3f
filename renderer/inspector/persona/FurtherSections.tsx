import {
  ArrowDown,
  ArrowUp,
  Clock,
  type LucideIcon,
  MonitorSmartphone,
  Scale,
  Tag,
  TextQuote,
  Trash2,
  Wallet,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changeSection, moveSection, removeSection } from '../../../shared/edits/personaSections.ts';
import { sectionTitle } from '../../../shared/i18n/personaWords.ts';
import { LIMITS } from '../../../shared/records/limits.ts';
import type { PersonaRecord, PersonaSection, SectionKind } from '../../../shared/records/persona.ts';
import { joinNames } from '../../controls/joinNames.ts';
import { MoreMenu } from '../../controls/MoreMenu.tsx';
import fieldStyles from '../fields/fields.module.css';
import { useTyping } from '../fields/useTyping.ts';
import { useWrite } from '../fields/useWrite.ts';
import { LineList } from './LineList.tsx';
import styles from './persona.module.css';
import { SheetSection } from './SheetSection.tsx';

const LOOKS: Readonly<Record<SectionKind, { readonly icon: LucideIcon; readonly colour: string }>> = {
  devices: { icon: MonitorSmartphone, colour: 'k-touch' },
  brands: { icon: Tag, colour: 'clay' },
  money: { icon: Wallet, colour: 'meadow' },
  day: { icon: Clock, colour: 'k-thought' },
  role: { icon: Scale, colour: 'k-company' },
  own: { icon: TextQuote, colour: 'ink-3' },
};

/** The sections this person has beyond the usual ones; each can be renamed, moved and removed. */
export function FurtherSections({ persona }: { readonly persona: PersonaRecord }) {
  const write = useWrite();
  const { id, sections } = persona;
  return sections.map((section, at) => (
    <FurtherSection
      // biome-ignore lint/suspicious/noArrayIndexKey: a section is named by its place; two may say the same
      key={at}
      section={section}
      isFirst={at === 0}
      isLast={at === sections.length - 1}
      onRename={(title) => write(changeSection, { persona: id, at, fields: { title } }, `section title ${at} ${id}`)}
      onWrite={(lines, typing) =>
        write(changeSection, { persona: id, at, fields: { lines } }, typing ? `section ${at} ${id}` : undefined)
      }
      onMove={(by) => write(moveSection, { persona: id, at, by })}
      onRemove={() => write(removeSection, { persona: id, at })}
    />
  ));
}

interface FurtherSectionProps {
  readonly section: PersonaSection;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onRename: (title: string) => void;
  readonly onWrite: (lines: PersonaSection['lines'], typing: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function FurtherSection({ section, isFirst, isLast, onRename, onWrite, onMove, onRemove }: FurtherSectionProps) {
  const { t } = useTranslation();
  const typing = useTyping(section.title, onRename);
  const title = sectionTitle(t, section);
  return (
    <SheetSection
      {...LOOKS[section.kind]}
      title={
        <>
          <input
            {...typing}
            className={joinNames(fieldStyles.field, styles.plain, styles.sectionTitle)}
            aria-label={t('persona.sectionTitle')}
            placeholder={t(`persona.section.${section.kind}`)}
            maxLength={LIMITS.name}
            spellCheck
          />
          <MoreMenu
            label={t('persona.moreOfSection', { title })}
            align="end"
            actions={[
              ...(isFirst ? [] : [{ label: t('persona.sectionUp'), icon: ArrowUp, onDo: () => onMove(-1) }]),
              ...(isLast ? [] : [{ label: t('persona.sectionDown'), icon: ArrowDown, onDo: () => onMove(1) }]),
              { label: t('persona.removeSection'), icon: Trash2, onDo: onRemove },
            ]}
          />
        </>
      }
    >
      <LineList label={title} lines={section.lines} onWrite={onWrite} />
    </SheetSection>
  );
}
