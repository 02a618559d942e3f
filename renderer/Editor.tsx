import { useSession } from './ApplicationContext.ts';
import { MapCanvas } from './canvas/MapCanvas.tsx';
import { ClipboardKeeper } from './clipboard/ClipboardKeeper.tsx';
import { ExportDialog } from './dialogs/ExportDialog.tsx';
import styles from './Editor.module.css';
import { FindPanel } from './find/FindPanel.tsx';
import { PersonaDialog } from './inspector/persona/PersonaDialog.tsx';
import { RemovalQuestion } from './inspector/RemovalQuestion.tsx';
import { Palette } from './palette/Palette.tsx';
import { LeftPanel } from './panels/LeftPanel.tsx';
import { RightPanel } from './panels/RightPanel.tsx';
import { LowerRod } from './rods/LowerRod.tsx';
import { UpperRod } from './rods/UpperRod.tsx';

/** A project in its window: the map between two rods and two panels. */
export function Editor() {
  const leftPanel = useSession((session) => session.leftPanel);
  const rightPanel = useSession((session) => session.rightPanel);
  return (
    <div
      className={styles.editor}
      data-left={leftPanel ? 'open' : 'folded'}
      data-right={rightPanel ? 'open' : 'folded'}
    >
      <UpperRod />
      <LeftPanel />
      <MapCanvas />
      <FindPanel />
      <ClipboardKeeper />
      {rightPanel && <RightPanel />}
      <LowerRod />
      <ExportDialog />
      <PersonaDialog />
      <RemovalQuestion />
      <Palette />
    </div>
  );
}
