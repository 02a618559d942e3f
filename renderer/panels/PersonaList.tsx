import { ArrowDown, ArrowUp, Eye, EyeOff, Trash2, UserMinus, UserRound, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPersonaToMap, focusPersona, hidePersona } from '../../shared/edits/mapPersonas.ts';
import { movePersona } from '../../shared/edits/personas.ts';
import type { MapRecord } from '../../shared/records/map.ts';
import type { PersonaRecord } from '../../shared/records/persona.ts';
import { getRecord } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication, useSession } from '../ApplicationContext.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { joinNames } from '../controls/joinNames.ts';
import { type AskedPersona, PersonaQuestion } from '../inspector/persona/PersonaQuestion.tsx';
import { addNewPersona } from '../people/addNewPersona.ts';
import { askPeople } from '../people/bringPeople.ts';
import { useLaterRecords } from '../useLater.ts';
import { ListHead } from './ListHead.tsx';
import { Portrait } from './Portrait.tsx';
import styles from './panel.module.css';
import { RowMenu } from './RowMenu.tsx';
import { followRowKeys, placeBeside } from './reorderKeys.ts';
import rows from './rows.module.css';

/** Who walks the ways of this project, and who of them is on the map shown; choosing one opens their page. */
export function PersonaList() {
  const { t } = useTranslation();
  const app = useApplication();
  const records = useLaterRecords();
  const mapId = useSession(({ map }) => map);
  const [asked, setAsked] = useState<AskedPersona | null>(null);
  if (records === null) return null;
  const map = mapId === null ? undefined : getRecord(records, mapId);
  const personas = indexRecords(records).roots('persona');
  const onAdd = (): void => addNewPersona(app);
  return (
    <section className={styles.section}>
      <ListHead title={t('left.personas')} add={{ label: t('persona.add'), onAdd }} />
      <ul>
        {personas.length === 0 && (
          <li className={rows.item}>
            <button type="button" className={styles.row} onClick={onAdd}>
              <Portrait persona={null} size={30} />
              <span className={styles.words}>{t('left.noPersona')}</span>
            </button>
          </li>
        )}
        {personas.map((persona) => (
          <PersonaRow key={persona.id} persona={persona} personas={personas} map={map} onAsk={setAsked} />
        ))}
        <li className={rows.item}>
          <button type="button" className={styles.row} aria-haspopup="dialog" onClick={() => void askPeople(app)}>
            <Portrait persona={null} size={30} />
            <span className={styles.words}>{t('left.otherProject')}</span>
          </button>
        </li>
      </ul>
      <PersonaQuestion asked={asked} onDone={() => setAsked(null)} />
    </section>
  );
}

interface PersonaRowProps {
  readonly persona: PersonaRecord;
  readonly personas: readonly PersonaRecord[];
  readonly map: MapRecord | undefined;
  readonly onAsk: (asked: AskedPersona) => void;
}

function PersonaRow({ persona, personas, map, onAsk }: PersonaRowProps) {
  const { t } = useTranslation();
  const { editor, session } = useApplication();
  const { id } = persona;
  const name = persona.name === '' ? t('left.unnamedPersona') : persona.name;
  const isOnMap = map?.personas.includes(id) === true;
  const isShown = isOnMap && !map.hiddenPersonas.includes(id);
  const onMove = (by: 1 | -1): void => {
    const at = placeBeside(personas, id, by);
    if (at !== null) editor.edit(movePersona, { persona: id, at });
  };
  const onDelete = () => onAsk({ persona: id, map: null });
  const toggle = (): void => {
    if (map === undefined) return;
    if (isOnMap) editor.edit(hidePersona, { map: map.id, persona: id, hidden: isShown });
    else editor.edit(addPersonaToMap, { map: map.id, persona: id, before: null });
  };
  const onThisMap =
    map === undefined || !isOnMap
      ? []
      : [
          {
            label: t('persona.only'),
            icon: UserRound,
            onDo: () => editor.edit(focusPersona, { map: map.id, persona: id }),
          },
          {
            label: t('persona.all'),
            icon: Users,
            onDo: () => editor.edit(focusPersona, { map: map.id, persona: null }),
          },
          { label: t('persona.takeOff'), icon: UserMinus, onDo: () => onAsk({ persona: id, map: map.id }) },
        ];
  return (
    <li className={rows.item} onKeyDown={(event) => followRowKeys(event, { onMove, onDelete })}>
      <button
        type="button"
        className={joinNames(styles.row, !isShown && styles.off)}
        aria-haspopup="dialog"
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        onClick={() => session.setState({ persona: id })}
      >
        <Portrait persona={persona} size={30} />
        <span className={styles.words}>
          <span className={isShown ? styles.strong : undefined}>{name}</span>
          <small>{persona.summary}</small>
        </span>
        {!isShown && <span className="visually-hidden">{t('left.personaHidden')}</span>}
      </button>
      {map !== undefined && (
        <IconButton
          icon={isShown ? Eye : EyeOff}
          label={t(isShown ? 'persona.hide' : 'persona.show', { name })}
          onClick={toggle}
        />
      )}
      <span className={rows.actions} data-beside="">
        <RowMenu
          name={name}
          actions={[
            ...onThisMap,
            { label: t('row.moveUp'), icon: ArrowUp, onDo: () => onMove(-1) },
            { label: t('row.moveDown'), icon: ArrowDown, onDo: () => onMove(1) },
            { label: t('persona.delete'), icon: Trash2, onDo: onDelete },
          ]}
        />
      </span>
    </li>
  );
}
