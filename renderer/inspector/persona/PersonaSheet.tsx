import { Bell, Flag, Flame, House, type LucideIcon, Sparkles, TriangleAlert, Waypoints } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changePersona } from '../../../shared/edits/personas.ts';
import type { PersonaRecord } from '../../../shared/records/persona.ts';
import type { Records } from '../../../shared/records/records.ts';
import { joinNames } from '../../controls/joinNames.ts';
import { ChannelList } from '../ChannelList.tsx';
import { TextArea, TextField } from '../fields/TextField.tsx';
import { useWrite } from '../fields/useWrite.ts';
import { LineList } from './LineList.tsx';
import { PersonaPortrait } from './PersonaPortrait.tsx';
import styles from './persona.module.css';
import { TraitList } from './TraitList.tsx';

interface PersonaSheetProps {
  readonly persona: PersonaRecord;
  readonly records: Records;
}

const LISTS = [
  { field: 'goals', icon: Flag, colour: 'k-goal' },
  { field: 'motives', icon: Flame, colour: 'clay' },
  { field: 'expectations', icon: Sparkles, colour: 'k-idea' },
  { field: 'frustrations', icon: TriangleAlert, colour: 'k-pain' },
] as const;

/** The person as a sheet of the map: who they are, what moves them, their character and channels. */
export function PersonaSheet({ persona, records }: PersonaSheetProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const { id } = persona;
  const set = (field: 'privateLife' | 'quote' | 'note' | 'contact', text: string): void => {
    write(changePersona, { persona: id, fields: { [field]: text } }, `${field} ${id}`);
  };
  return (
    <>
      <Who persona={persona} />
      <div className={styles.body}>
        <TextArea
          label={t('persona.quote')}
          hideLabel
          className={joinNames(styles.plain, styles.quote)}
          rows={1}
          placeholder={t('persona.quoteHint')}
          value={persona.quote}
          onWrite={(text) => set('quote', text)}
        />
        <div className={styles.sections}>
          {LISTS.map(({ field, icon, colour }) => (
            <Section key={field} title={t(`persona.${field}`)} icon={icon} colour={colour}>
              <LineList
                label={t(`persona.${field}`)}
                lines={persona[field]}
                onWrite={(lines) => write(changePersona, { persona: id, fields: { [field]: lines } }, `${field} ${id}`)}
              />
            </Section>
          ))}
          <Section title={t('persona.privateLife')} icon={House} colour="meadow">
            <TextArea
              label={t('persona.privateLife')}
              hideLabel
              className={styles.plain}
              value={persona.privateLife}
              onWrite={(text) => set('privateLife', text)}
            />
          </Section>
          <Section title={t('persona.contact')} icon={Bell} colour="k-thought">
            <TextArea
              label={t('persona.contact')}
              hideLabel
              className={styles.plain}
              placeholder={t('persona.contactHint')}
              value={persona.contact}
              onWrite={(text) => set('contact', text)}
            />
          </Section>
        </div>
        <div className={styles.cards}>
          <TraitList persona={persona} />
          <Section title={t('persona.channels')} icon={Waypoints} colour="k-touch">
            <ChannelList
              label={t('persona.channels')}
              hideLabel
              channels={persona.channels}
              records={records}
              addChannels={(tx, channels) => changePersona.run(tx, { persona: id, fields: { channels } })}
            />
          </Section>
        </div>
        <TextArea label={t('persona.note')} value={persona.note} onWrite={(text) => set('note', text)} />
      </div>
    </>
  );
}

/** Name, portrait and what stands under the name. */
function Who({ persona }: { readonly persona: PersonaRecord }) {
  const { t } = useTranslation();
  const write = useWrite();
  const { id } = persona;
  const fields = ['age', 'job', 'place', 'role'] as const;
  return (
    <header className={styles.who} style={{ background: `var(--${persona.colour}-tint)` }}>
      <River colour={persona.colour} />
      <PersonaPortrait persona={persona} />
      <div className={styles.names}>
        <TextField
          label={t('inspector.name')}
          hideLabel
          className={joinNames(styles.plain, styles.name)}
          placeholder={t('left.unnamedPersona')}
          value={persona.name}
          onWrite={(name) => write(changePersona, { persona: id, fields: { name } }, `name ${id}`)}
        />
        <div className={styles.facts}>
          {fields.map((field) => (
            <TextField
              key={field}
              label={t(`persona.${field}`)}
              className={styles.plain}
              value={persona[field]}
              placeholder={field === 'role' ? t('persona.roleHint') : undefined}
              onWrite={(text) => write(changePersona, { persona: id, fields: { [field]: text } }, `${field} ${id}`)}
            />
          ))}
        </div>
      </div>
    </header>
  );
}

/** The person's river with its contours, as an ornament of the sheet's head. */
function River({ colour }: { readonly colour: string }) {
  const d =
    'M-20 110C60 70 90 62 130 62C200 62 230 108 300 108C370 108 400 54 470 54C540 54 570 96 640 96C710 96 740 40 800 40C860 40 890 58 980 78';
  return (
    <svg
      className={styles.river}
      viewBox="0 0 940 150"
      preserveAspectRatio="none"
      fill="none"
      stroke={`var(--${colour})`}
      aria-hidden="true"
    >
      {[-39, -25, -12, 12, 25, 39].map((shift) => (
        <path key={shift} d={d} transform={`translate(0 ${shift})`} strokeWidth={1.2} strokeOpacity={0.26} />
      ))}
      <path d={d} strokeWidth={4} />
    </svg>
  );
}

interface SectionProps {
  readonly title: string;
  readonly icon: LucideIcon;
  /** The token of the icon's colour. */
  readonly colour: string;
  readonly children: ReactNode;
}

/** A part of the sheet under a heading with an icon. */
function Section({ title, icon: Icon, colour, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <h3>
        <Icon size={20} color={`var(--${colour})`} aria-hidden="true" />
        {title}
      </h3>
      {children}
    </section>
  );
}
