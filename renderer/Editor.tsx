import { startTransition, useEffect, useState } from 'react';
import { useSession } from './ApplicationContext.ts';
import { MapCanvas } from './canvas/MapCanvas.tsx';
import { ClipboardKeeper } from './clipboard/ClipboardKeeper.tsx';
import { ExportDialog } from './dialogs/ExportDialog.tsx';
import styles from './Editor.module.css';
import { FindPanel } from './find/FindPanel.tsx';
import { HistoryDialog } from './history/HistoryDialog.tsx';
import { NameNowDialog } from './history/NameNowDialog.tsx';
import { PersonaDialog } from './inspector/persona/PersonaDialog.tsx';
import { RemovalQuestion } from './inspector/RemovalQuestion.tsx';
import { Palette } from './palette/Palette.tsx';
import { LeftPanel } from './panels/LeftPanel.tsx';
import { RightPanel } from './panels/RightPanel.tsx';
import { PeopleDialog } from './people/PeopleDialog.tsx';
import { LowerRod } from './rods/LowerRod.tsx';
import { UpperRod } from './rods/UpperRod.tsx';

/** A project in its window: the map between two rods and two panels. */
export function Editor() {
  const leftPanel = useSession((session) => session.leftPanel);
  const rightPanel = useSession((session) => session.rightPanel);
  const filled = useFirstIdle();
  // Who asks for what lies over the map before that types on: its field must be there for the next key.
  const isAsked = useOnce(useSession(({ overlay }) => overlay !== null));
  return (
    <div
      className={styles.editor}
      data-left={leftPanel ? 'open' : 'folded'}
      data-right={rightPanel ? 'open' : 'folded'}
    >
      <UpperRod />
      <LeftPanel filled={filled} />
      <MapCanvas filled={filled} />
      <FindPanel />
      <ClipboardKeeper />
      {rightPanel && <RightPanel filled={filled} />}
      <LowerRod />
      {(filled || isAsked) && (
        <>
          <ExportDialog />
          <PersonaDialog />
          <PeopleDialog />
          <HistoryDialog />
          <NameNowDialog />
          <RemovalQuestion />
          <Palette />
        </>
      )}
    </div>
  );
}

/** Whether something has ever been so. */
function useOnce(isSo: boolean): boolean {
  const [was, setWas] = useState(isSo);
  if (isSo && !was) setWas(true);
  return was || isSo;
}

/** In ms; a window that is never idle shows its panels all the same. */
const LONGEST_WAIT = 500;

/** False until the window first has nothing to do, which is when the map that was opened stands on the screen. */
function useFirstIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const request = requestIdleCallback(() => startTransition(() => setIdle(true)), { timeout: LONGEST_WAIT });
    return () => cancelIdleCallback(request);
  }, []);
  return isIdle;
}
