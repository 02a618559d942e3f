import { PanelRightClose } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../ApplicationContext.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useKeycaps } from '../commands/useKeycaps.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { joinNames } from '../controls/joinNames.ts';
import { Inspector } from '../inspector/Inspector.tsx';
import panel from './panel.module.css';

interface RightPanelProps {
  /** False while a project is being opened: its map comes first. */
  readonly filled: boolean;
}

/** What is selected on the map, or the map itself, with everything that can be changed of it. */
export function RightPanel({ filled }: RightPanelProps) {
  const { t } = useTranslation();
  const app = useApplication();
  const foldKeys = useKeycaps('view.toggleRightPanel') ?? [];
  return (
    <aside
      className={joinNames(panel.panel, panel.right)}
      data-region="right"
      tabIndex={-1}
      aria-label={t('region.right')}
    >
      {filled && <Inspector />}
      <div className={panel.fold}>
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
