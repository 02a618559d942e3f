import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { changePersona } from '../../../shared/edits/personas.ts';
import { PERSONA_COLOURS, type PersonaRecord } from '../../../shared/records/persona.ts';
import type { Records } from '../../../shared/records/records.ts';
import { rule } from '../../../shared/scene/draw.ts';
import { markerItem, PERSONA_DASHES } from '../../../shared/scene/faces.ts';
import { indexRecords } from '../../../shared/store/recordIndex.ts';
import { useApplication } from '../../ApplicationContext.ts';
import { feelingsAlong } from '../../panels/feelings.ts';
import { MiniCurve } from '../../panels/MiniCurve.tsx';
import { Field } from '../fields/Field.tsx';
import { SceneDrawing } from '../fields/SceneDrawing.tsx';
import { Swatches } from '../fields/Swatches.tsx';
import { LongField } from '../fields/TextField.tsx';
import { useWrite } from '../fields/useWrite.ts';
import inspector from '../inspector.module.css';
import styles from './persona.module.css';
import { WhatIsKnown } from './WhatIsKnown.tsx';

interface PersonaPartProps {
  readonly persona: PersonaRecord;
  readonly records: Records;
}

/** How a person is drawn on the maps, what is known of them, and which maps they walk through. */
export function PersonaOnMaps({ persona, records }: PersonaPartProps) {
  const { t } = useTranslation();
  const { editor, session } = useApplication();
  const write = useWrite();
  const labelId = useId();
  const index = indexRecords(records);
  const maps = index.roots('map').filter((map) => map.personas.includes(persona.id));
  const { id } = persona;
  return (
    <>
      <Swatches
        label={t('persona.line')}
        value={persona.colour}
        className={styles.lines}
        options={PERSONA_COLOURS.map((colour) => ({
          value: colour,
          label: t(`persona.lineName.${colour}`),
          picture: (
            <SceneDrawing
              items={[
                rule(2, 10, 62, 10, {
                  stroke: colour,
                  strokeWidth: 3.2,
                  cap: 'round',
                  ...(PERSONA_DASHES[colour] !== undefined && { dash: PERSONA_DASHES[colour] }),
                }),
                markerItem(colour, 32, 10, 6, colour, 2.2),
              ]}
              viewBox={[0, 0, 64, 20]}
              width={64}
            />
          ),
        }))}
        onWrite={(colour) => write(changePersona, { persona: id, fields: { colour } })}
      />
      <LongField
        label={t('persona.summary')}
        placeholder={t('persona.summaryHint')}
        value={persona.summary}
        onWrite={(summary) => write(changePersona, { persona: id, fields: { summary } }, `summary ${id}`)}
      />
      <WhatIsKnown persona={persona} records={records} />
      <Field label={t('persona.walksThrough')} labelId={labelId}>
        {maps.length === 0 && <p>{t('persona.onNoMap')}</p>}
        <ul className={styles.walks} aria-labelledby={labelId}>
          {maps.map((map) => (
            <li key={map.id}>
              <button
                type="button"
                className={`${inspector.rowButton} ${styles.walk}`}
                onClick={() => {
                  editor.goTo(null);
                  session.setState({ map: map.id, persona: null });
                }}
              >
                <span className={inspector.rowWords}>
                  {map.title === '' ? t('left.untitledMap') : map.title}
                  <small>{t(`mapState.${map.state}`)}</small>
                </span>
                <MiniCurve values={feelingsAlong(map, index)} active />
              </button>
            </li>
          ))}
        </ul>
      </Field>
    </>
  );
}
