import { FolderOpen, HardDrive, Plus, Settings2 } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { curvePath } from '../../shared/layout/curve.ts';
import { useApplication, useSession } from '../ApplicationContext.ts';
import { refreshLists } from '../commands/openProject.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useKeycaps } from '../commands/useKeycaps.ts';
import { Keycaps } from '../controls/Keycaps.tsx';
import { LogoButton } from '../rods/LogoButton.tsx';
import { Mark } from '../rods/Mark.tsx';
import rod from '../rods/rod.module.css';
import { WindowButtons } from '../rods/WindowButtons.tsx';
import { JourneyTypes } from './JourneyTypes.tsx';
import { OpeningNotice } from './OpeningNotice.tsx';
import { RecentProjects } from './RecentProjects.tsx';
import { Samples } from './Samples.tsx';
import { StageModels } from './StageModels.tsx';
import styles from './StartScreen.module.css';
import { UnsavedWorkList } from './UnsavedWorkList.tsx';

/** What a window shows before it has a project: a new one, an old one, or something to begin with. */
export function StartScreen() {
  const { t } = useTranslation();
  const app = useApplication();
  const opening = useSession((session) => session.opening);
  useEffect(() => {
    void refreshLists(app);
  }, [app]);
  return (
    <div className={styles.start} aria-busy={opening}>
      <header className={`${rod.rod} ${rod.upper} ${styles.top}`} data-platform={app.platform}>
        <LogoButton />
        <span className={rod.space} />
        <button type="button" className={rod.outlined} onClick={() => runCommand(app, 'file.settings')}>
          <Settings2 size={16} aria-hidden="true" />
          {t('start.settings')}
        </button>
        <WindowButtons />
      </header>
      <aside className={styles.side} data-region="left" tabIndex={-1} aria-label={t('start.label')}>
        <Contours />
        <h1 className={styles.name}>
          <Mark size={40} />
          {t('app.name')}
        </h1>
        <p className={styles.tagline}>{t('app.tagline')}</p>
        <button type="button" className={styles.first} onClick={() => runCommand(app, 'file.new')}>
          <Plus size={18} aria-hidden="true" />
          {t('start.newMap')}
          <Keycaps keys={useKeycaps('file.new') ?? []} className={styles.keys} />
        </button>
        <button type="button" className={styles.other} onClick={() => runCommand(app, 'file.open')}>
          <FolderOpen size={18} aria-hidden="true" />
          {t('start.open')}
          <Keycaps keys={useKeycaps('file.open') ?? []} onRod className={styles.keys} />
        </button>
        <p className={styles.local}>
          <HardDrive size={17} aria-hidden="true" />
          <span>
            {t('app.offline')}
            <br />
            {t('app.local')}
          </span>
        </p>
      </aside>
      <main className={styles.main} data-region="canvas" tabIndex={-1}>
        <UnsavedWorkList />
        <RecentProjects />
        <StageModels />
        <JourneyTypes />
        <Samples />
      </main>
      <OpeningNotice />
    </div>
  );
}

/** The river on the side: one line of many like it, faint above and below. */
function Contours() {
  const lines = Array.from({ length: 17 }, (_, at) => at - 7);
  return (
    <svg className={styles.contours} viewBox="0 0 336 480" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      {lines.map((at) => (
        <path
          key={at}
          d={RIVER}
          transform={`translate(0 ${at * 17})`}
          fill="none"
          stroke="var(--rod-glow)"
          strokeWidth={at === 0 ? 3.5 : 1.1}
          strokeOpacity={at === 0 ? 1 : Math.max(0.05, 0.34 - Math.abs(at) * 0.034)}
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}

const RIVER = curvePath([
  { x: -60, y: 200 },
  { x: 60, y: 120 },
  { x: 150, y: 200 },
  { x: 245, y: 320 },
  { x: 330, y: 200 },
  { x: 420, y: 120 },
]);
