import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSection, moveSection, removeSection } from '../../../shared/edits/personaSections.ts';
import { sectionTitle } from '../../../shared/i18n/personaWords.ts';
import { LIMITS } from '../../../shared/records/limits.ts';
import type { PersonaRecord, PersonaSection } from '../../../shared/records/persona.ts';
import { PERSONA_LOOKS } from '../../../shared/scene/personaLooks.ts';
import { joinNames } from '../../controls/joinNames.ts';
import { MoreMenu } from '../../controls/MoreMenu.tsx';
import fieldStyles from '../fields/fields.module.css';
import { useGrowing } from '../fields/useGrowing.ts';
import { useTyping } from '../fields/useTyping.ts';
import { useWrite } from '../fields/useWrite.ts';
import { LineList } from './LineList.tsx';
import styles from './persona.module.css';
import { SheetSection } from './SheetSection.tsx';

interface FurtherSectionsProps {
  readonly persona: PersonaRecord;
  /** The place of a section that was just added, until one stands in it. */
  readonly added: number | null;
  readonly onArrive: () => void;
}

/** The sections this person has beyond the usual ones; each can be renamed, moved and removed. */
export function FurtherSections({ persona, added, onArrive }: FurtherSectionsProps) {
  const write = useWrite();
  const { id, sections } = persona;
  return sections.map((section, at) => (
    <FurtherSection
      // biome-ignore lint/suspicious/noArrayIndexKey: a section is named by its place; two may say the same
      key={at}
      section={section}
      isAdded={at === added}
      onArrive={onArrive}
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
  readonly isAdded: boolean;
  readonly onArrive: () => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onRename: (title: string) => void;
  readonly onWrite: (lines: PersonaSection['lines'], typing: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function FurtherSection(props: FurtherSectionProps) {
  const { section, isAdded, onArrive, isFirst, isLast, onRename, onWrite, onMove, onRemove } = props;
  const { t } = useTranslation();
  const typing = useTyping(section.title, onRename);
  const heading = useGrowing(typing.value);
  useEffect(() => {
    if (!isAdded) return;
    heading.current?.focus();
    onArrive();
  }, [isAdded, onArrive, heading]);
  const title = sectionTitle(t, section);
  return (
    <SheetSection
      look={PERSONA_LOOKS[section.kind]}
      title={
        <>
          <textarea
            {...typing}
            ref={heading}
            className={joinNames(fieldStyles.field, styles.plain, styles.sectionTitle)}
            aria-label={t('persona.sectionTitle')}
            placeholder={t(`persona.section.${section.kind}`)}
            maxLength={LIMITS.name}
            rows={1}
            spellCheck
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
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
