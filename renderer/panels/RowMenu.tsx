import { useTranslation } from 'react-i18next';
import { type MenuAction, MoreMenu } from '../controls/MoreMenu.tsx';
import styles from './rows.module.css';

interface RowMenuProps {
  /** Whose actions these are. */
  readonly name: string;
  readonly actions: readonly MenuAction[];
}

/** What can be done to a row; its dots show while the row is pointed at or has the focus. */
export function RowMenu({ name, actions }: RowMenuProps) {
  const { t } = useTranslation();
  return <MoreMenu label={t('row.actions', { name })} actions={actions} align="start" className={styles.more} />;
}
