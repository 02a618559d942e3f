import { createContext, type ReactNode, useContext } from 'react';
import styles from './fields.module.css';

const ClosedContext = createContext(false);

/** Whether the fields here cannot be changed: for controls the browser does not switch off by itself. */
export function useClosed(): boolean {
  return useContext(ClosedContext);
}

interface FieldsProps {
  readonly closed: boolean;
  readonly children: ReactNode;
}

/** Fields that can all be switched off together. */
export function Fields({ closed, children }: FieldsProps) {
  const isClosed = useClosed() || closed;
  return (
    <ClosedContext value={isClosed}>
      <fieldset className={styles.fields} disabled={isClosed}>
        {children}
      </fieldset>
    </ClosedContext>
  );
}
