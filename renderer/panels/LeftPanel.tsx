import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication, useSession } from '../ApplicationContext.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useKeycaps } from '../commands/useKeycaps.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { joinNames } from '../controls/joinNames.ts';
import { InboxList } from './InboxList.tsx';
import { LaneList } from './LaneList.tsx';
import { MapList } from './MapList.tsx';
import { PersonaList } from './PersonaList.tsx';
import styles from './panel.module.css';

interface LeftPanelProps {
  /** False while a project is being opened: its map comes first. */
  readonly filled: boolean;
}

/** What the project holds: maps, personas, lanes, inbox. Folds to a strip of pictures. */
export function LeftPanel({ filled }: LeftPanelProps) {
  const { t } = useTranslation();
  const app = useApplication();
  const isOpen = useSession(({ leftPanel }) => leftPanel);
  return (
    <nav
      className={joinNames(styles.panel, styles.left)}
      data-region="left"
      data-folded={isOpen ? undefined : ''}
      tabIndex={-1}
      aria-label={t('region.left')}
    >
      {filled && (
        <>
          <MapList />
          <PersonaList />
          <LaneList />
          {isOpen && <InboxList />}
        </>
      )}
      <div className={styles.fold}>
        <IconButton
          icon={isOpen ? PanelLeftClose : PanelLeftOpen}
          label={t(isOpen ? 'panel.foldLeft' : 'panel.unfoldLeft')}
          keys={useKeycaps('view.toggleLeftPanel') ?? []}
          aria-expanded={isOpen}
          onClick={() => runCommand(app, 'view.toggleLeftPanel')}
        />
      </div>
    </nav>
  );
}
