import { useTranslation } from 'react-i18next';
import { likeChannel, setPersonaChannels } from '../../../shared/edits/personaChannels.ts';
import { changePersona } from '../../../shared/edits/personas.ts';
import { LINE_FIELDS, type PersonaRecord } from '../../../shared/records/persona.ts';
import type { Records } from '../../../shared/records/records.ts';
import { PERSONA_LOOKS } from '../../../shared/scene/personaLooks.ts';
import { personaRiver, RIVER_CONTOURS, RIVER_SIZE } from '../../../shared/scene/personaRiver.ts';
import { joinNames } from '../../controls/joinNames.ts';
import { ChannelList } from '../ChannelList.tsx';
import { LongField, TextArea } from '../fields/TextField.tsx';
import { useWrite } from '../fields/useWrite.ts';
import { FurtherSections } from './FurtherSections.tsx';
import { LikingDots } from './LikingDots.tsx';
import { LineList } from './LineList.tsx';
import { PersonaPortrait } from './PersonaPortrait.tsx';
import styles from './persona.module.css';
import { SheetSection } from './SheetSection.tsx';
import { TraitList } from './TraitList.tsx';

interface PersonaSheetProps {
  readonly persona: PersonaRecord;
  readonly records: Records;
  /** The place of a section that was just added, until one stands in it. */
  readonly added: number | null;
  readonly onArrive: () => void;
}

/** The person as a sheet of the map: who they are, what moves them, their character and channels. */
export function PersonaSheet({ persona, records, added, onArrive }: PersonaSheetProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const { id } = persona;
  const set = (field: 'quote' | 'note', text: string): void => {
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
          {LINE_FIELDS.map((field) => (
            <SheetSection key={field} title={t(`persona.${field}`)} look={PERSONA_LOOKS[field]}>
              <LineList
                label={t(`persona.${field}`)}
                lines={persona[field]}
                hint={field === 'contact' ? t('persona.contactHint') : undefined}
                onWrite={(lines, typing) =>
                  write(
                    changePersona,
                    { persona: id, fields: { [field]: lines } },
                    typing ? `${field} ${id}` : undefined,
                  )
                }
              />
            </SheetSection>
          ))}
          <FurtherSections persona={persona} added={added} onArrive={onArrive} />
        </div>
        <div className={styles.cards}>
          <TraitList persona={persona} />
          <SheetSection title={t('persona.channels')} look={PERSONA_LOOKS.channels}>
            <ChannelList
              label={t('persona.channels')}
              hideLabel
              channels={persona.channels.map(({ channel }) => channel)}
              records={records}
              addChannels={(tx, channels) => setPersonaChannels.run(tx, { persona: id, channels })}
              saying={({ id: channel }, name) => (
                <LikingDots
                  name={name}
                  liking={persona.channels.find((each) => each.channel === channel)?.liking ?? 0}
                  onWrite={(liking) => write(likeChannel, { persona: id, channel, liking }, `liking ${id} ${channel}`)}
                />
              )}
            />
          </SheetSection>
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
  const fields = ['age', 'job', 'place'] as const;
  return (
    <header className={styles.who} style={{ background: `var(--${persona.colour}-tint)` }}>
      <River colour={persona.colour} />
      <PersonaPortrait persona={persona} />
      <div className={styles.names}>
        <LongField
          label={t('inspector.name')}
          hideLabel
          className={joinNames(styles.plain, styles.name)}
          placeholder={t('left.unnamedPersona')}
          value={persona.name}
          onWrite={(name) => write(changePersona, { persona: id, fields: { name } }, `name ${id}`)}
        />
        <div className={styles.facts}>
          {fields.map((field) => (
            <LongField
              key={field}
              label={t(`persona.${field}`)}
              className={styles.plain}
              // An empty field has no hint of its own, and is seen by the frame that fields with one have.
              placeholder=" "
              value={persona[field]}
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
  const d = personaRiver(RIVER_SIZE.width);
  return (
    <svg
      className={styles.river}
      viewBox={`0 0 ${RIVER_SIZE.width} ${RIVER_SIZE.height}`}
      preserveAspectRatio="none"
      fill="none"
      stroke={`var(--${colour})`}
      aria-hidden="true"
    >
      {RIVER_CONTOURS.map((shift) => (
        <path key={shift} d={d} transform={`translate(0 ${shift})`} strokeWidth={1.2} strokeOpacity={0.26} />
      ))}
      <path d={d} strokeWidth={4} />
    </svg>
  );
}
