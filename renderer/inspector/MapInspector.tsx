import { Copy, Eye, EyeOff } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { hidePersona } from '../../shared/edits/mapPersonas.ts';
import { changeMap, duplicateMap, renameMap } from '../../shared/edits/maps.ts';
import { AUDIENCES, MAP_STATES, type MapRecord } from '../../shared/records/map.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication } from '../ApplicationContext.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { countMap } from '../panels/countMap.ts';
import { Portrait } from '../panels/Portrait.tsx';
import { CommentList } from './CommentList.tsx';
import { DateField } from './fields/DateField.tsx';
import { Field } from './fields/Field.tsx';
import fields from './fields/fields.module.css';
import { NumberField } from './fields/NumberField.tsx';
import { SelectField } from './fields/SelectField.tsx';
import { LongField, TextArea, TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { InspectorHead } from './InspectorHead.tsx';
import styles from './inspector.module.css';

interface MapInspectorProps {
  readonly map: MapRecord;
  readonly records: Records;
}

const MOST_VERSIONS = 99_999;

/** Everything a map says of itself: shown while nothing on it is selected. */
export function MapInspector({ map, records }: MapInspectorProps) {
  const { t } = useTranslation();
  const { editor, session } = useApplication();
  const write = useWrite();
  const { id } = map;
  return (
    <>
      <InspectorHead
        title={t('inspector.map')}
        actions={[
          {
            label: t('inspector.duplicateMap'),
            icon: Copy,
            onDo: () => {
              const title = t('inspector.copyOf', { title: map.title || t('left.untitledMap') });
              const copy = editor.edit(duplicateMap, { map: id, title });
              if (copy !== undefined) session.setState({ map: copy });
            },
          },
        ]}
      />
      <TextField
        label={t('inspector.mapTitle')}
        className={styles.mapTitle}
        placeholder={t('left.untitledMap')}
        value={map.title}
        onWrite={(title) => write(renameMap, { map: id, title }, `title ${id}`)}
      />
      <TextArea
        label={t('inspector.scenario')}
        placeholder={t('inspector.scenarioHint')}
        value={map.scenario}
        onWrite={(scenario) => write(changeMap, { map: id, fields: { scenario } }, `scenario ${id}`)}
      />
      <div className={fields.pair}>
        <SelectField
          label={t('inspector.mapState')}
          value={map.state}
          options={MAP_STATES.map((state) => ({ value: state, label: t(`mapState.${state}`) }))}
          onWrite={(state) => write(changeMap, { map: id, fields: { state } })}
        />
        <SelectField
          label={t('inspector.audience')}
          value={map.audience}
          options={AUDIENCES.map((audience) => ({ value: audience, label: t(`audience.${audience}`) }))}
          onWrite={(audience) => write(changeMap, { map: id, fields: { audience } })}
        />
      </div>
      <Walkers map={map} records={records} />
      <Facts map={map} records={records} />
      <Edition map={map} />
      <CommentList about={id} records={records} />
    </>
  );
}

/** Who made the map, of what, and which edition it is: the poster's footer. */
function Edition({ map }: { readonly map: MapRecord }) {
  const { t } = useTranslation();
  const write = useWrite();
  const { id } = map;
  return (
    <>
      <TextField
        label={t('facts.business')}
        placeholder={t('inspector.businessHint')}
        value={map.business}
        onWrite={(business) => write(changeMap, { map: id, fields: { business } }, `business ${id}`)}
      />
      <LongField
        label={t('facts.basis')}
        placeholder={t('inspector.basisHint')}
        value={map.basis}
        onWrite={(basis) => write(changeMap, { map: id, fields: { basis } }, `basis ${id}`)}
      />
      <LongField
        label={t('facts.authors')}
        value={map.authors}
        onWrite={(authors) => write(changeMap, { map: id, fields: { authors } }, `authors ${id}`)}
      />
      <div className={fields.pair}>
        <NumberField
          label={t('inspector.version')}
          value={map.version}
          least={1}
          most={MOST_VERSIONS}
          step={1}
          onWrite={(version) =>
            write(changeMap, { map: id, fields: { version: Math.round(version) } }, `version ${id}`)
          }
        />
        <DateField
          label={t('inspector.date')}
          value={map.date}
          onWrite={(date) => write(changeMap, { map: id, fields: { date } }, `date ${id}`)}
        />
      </div>
    </>
  );
}

/** Who walks on the map, each shown or hidden; a name opens what is known of the person. */
function Walkers({ map, records }: MapInspectorProps) {
  const { t } = useTranslation();
  const { session } = useApplication();
  const write = useWrite();
  const labelId = useId();
  const walkers = map.personas.flatMap((id) => getRecord(records, id) ?? []);
  if (walkers.length === 0) return null;
  return (
    <Field label={t('facts.who')} labelId={labelId}>
      <ul className={styles.rows} aria-labelledby={labelId}>
        {walkers.map((persona) => {
          const hidden = map.hiddenPersonas.includes(persona.id);
          const name = persona.name === '' ? t('left.unnamedPersona') : persona.name;
          return (
            <li key={persona.id} className={styles.row}>
              <button
                type="button"
                className={styles.rowButton}
                onClick={() => session.setState({ persona: persona.id })}
              >
                <Portrait persona={persona} size={32} />
                <span className={styles.rowWords}>
                  <strong>{name}</strong>
                  <small>{persona.summary}</small>
                </span>
              </button>
              <IconButton
                icon={hidden ? EyeOff : Eye}
                label={t(hidden ? 'persona.show' : 'persona.hide', { name })}
                onClick={() => write(hidePersona, { map: map.id, persona: persona.id, hidden: !hidden })}
              />
            </li>
          );
        })}
      </ul>
    </Field>
  );
}

function Facts({ map, records }: MapInspectorProps) {
  const { t } = useTranslation();
  const facts = countMap(map.id, indexRecords(records));
  const labelId = useId();
  return (
    <Field label={t('facts.counts')} labelId={labelId}>
      <ul className={styles.counts} aria-labelledby={labelId}>
        <li>{t('facts.stages', { count: facts.stages })}</li>
        <li>{t('facts.steps', { count: facts.steps })}</li>
        <li>{t('facts.cards', { count: facts.cards })}</li>
        <li>{t('facts.pains', { count: facts.pains })}</li>
        <li>{t('facts.opportunities', { count: facts.opportunities })}</li>
        <li>{t('facts.moments', { count: facts.moments })}</li>
        <li>{t('facts.researched', { count: facts.researched })}</li>
        <li>{t('facts.assumed', { count: facts.assumed })}</li>
      </ul>
    </Field>
  );
}
