import { useTranslation } from 'react-i18next';
import olivierPortrait from '../../assets/samples/portraits/olivier.png';
import sarahPortrait from '../../assets/samples/portraits/sarah.png';
import { SAMPLES, type SampleName } from '../../shared/ipc/bridge.ts';
import { useApplication, useSession } from '../ApplicationContext.ts';
import { openProject } from '../commands/openProject.ts';
import { Keycaps } from '../controls/Keycaps.tsx';
import styles from './Samples.module.css';

const PORTRAITS: Readonly<Record<SampleName, string>> = { sarah: sarahPortrait, olivier: olivierPortrait };

/** Whole projects to look into; each opens as a copy without a file. */
export function Samples() {
  const { t } = useTranslation();
  const app = useApplication();
  const hasRecent = useSession(({ recent }) => recent.length > 0);
  return (
    <section className={styles.samples}>
      <h3>{t('start.samples')}</h3>
      <ul>
        {SAMPLES.map((name) => (
          <li key={name}>
            <button
              type="button"
              className={styles.sample}
              onClick={() => openProject(app, () => app.bridge.openSample(name))}
            >
              <img src={PORTRAITS[name]} alt="" width={24} height={24} draggable={false} />
              {t(`sample.${name}`)}
            </button>
          </li>
        ))}
      </ul>
      {hasRecent && (
        <p className={styles.keys} aria-hidden="true">
          <Keycaps keys={['←', '→']} /> {t('start.choose')} <Keycaps keys={['Enter']} /> {t('start.openKey')}
          <Keycaps keys={['Del']} /> {t('start.forgetKey')}
        </p>
      )}
    </section>
  );
}
