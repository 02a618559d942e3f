import { PanelRightClose } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/i18n/formats.ts';
import type { MapRecord } from '../../shared/records/map.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication, useDocument, useSession, useSettings } from '../ApplicationContext.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useKeycaps } from '../commands/useKeycaps.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { joinNames } from '../controls/joinNames.ts';
import { countMap } from './countMap.ts';
import styles from './MapFacts.module.css';
import { Portrait } from './Portrait.tsx';
import panel from './panel.module.css';

/** What is known of the map shown. What is selected on it will stand here while something is. */
export function RightPanel() {
  const { t } = useTranslation();
  const app = useApplication();
  const records = useDocument((document) => document.records);
  const mapId = useSession((session) => session.map);
  const foldKeys = useKeycaps('view.toggleRightPanel') ?? [];
  const map = records === null || mapId === null ? undefined : getRecord(records, mapId);
  return (
    <aside
      className={joinNames(panel.panel, panel.right)}
      data-region="right"
      tabIndex={-1}
      aria-label={t('region.right')}
    >
      {records !== null && map !== undefined && <Facts map={map} records={records} />}
      <div className={styles.fold}>
        <IconButton
          icon={PanelRightClose}
          label={t('panel.foldRight')}
          keys={foldKeys}
          onClick={() => runCommand(app, 'view.toggleRightPanel')}
        />
      </div>
    </aside>
  );
}

function Facts({ map, records }: { readonly map: MapRecord; readonly records: Records }) {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const facts = countMap(map.id, indexRecords(records));
  const walkers = map.personas.flatMap((id) => getRecord(records, id) ?? []);
  return (
    <div className={styles.facts}>
      <h2 className={styles.title}>{map.title === '' ? t('left.untitledMap') : map.title}</h2>
      <ul className={styles.badges}>
        <li>{t(`mapState.${map.state}`)}</li>
        <li>{t(`audience.${map.audience}`)}</li>
      </ul>
      {map.scenario !== '' && <p className={styles.scenario}>{map.scenario}</p>}
      {walkers.length > 0 && (
        <Fact label={t('facts.who')}>
          <ul>
            {walkers.map((persona) => (
              <li key={persona.id} className={styles.walker}>
                <Portrait persona={persona} size={36} />
                <span>
                  <strong>{persona.name === '' ? t('left.unnamedPersona') : persona.name}</strong>
                  <small>{persona.summary}</small>
                </span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact label={t('facts.counts')}>
        <ul className={styles.counts}>
          <li>{t('facts.stages', { count: facts.stages })}</li>
          <li>{t('facts.steps', { count: facts.steps })}</li>
          <li>{t('facts.cards', { count: facts.cards })}</li>
          <li>{t('facts.pains', { count: facts.pains })}</li>
          <li>{t('facts.opportunities', { count: facts.opportunities })}</li>
          <li>{t('facts.moments', { count: facts.moments })}</li>
        </ul>
      </Fact>
      <Fact label={t('facts.evidence')}>
        <ul className={styles.counts}>
          <li>{t('facts.researched', { count: facts.researched })}</li>
          <li>{t('facts.assumed', { count: facts.assumed })}</li>
        </ul>
      </Fact>
      {map.business !== '' && <Fact label={t('facts.business')}>{map.business}</Fact>}
      <Fact label={t('facts.edition')}>
        {[t('facts.version', { version: map.version }), formatDay(language, map.date)].filter(Boolean).join(', ')}
      </Fact>
      {map.authors !== '' && <Fact label={t('facts.authors')}>{map.authors}</Fact>}
      {map.basis !== '' && <Fact label={t('facts.basis')}>{map.basis}</Fact>}
    </div>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={styles.fact}>
      <h3>{label}</h3>
      {children}
    </section>
  );
}
