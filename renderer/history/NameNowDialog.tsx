import { useTranslation } from 'react-i18next';
import { useApplication, useSession } from '../ApplicationContext.ts';
import { saveVersion } from '../commands/saveProject.ts';
import { NameVersionDialog } from './NameVersionDialog.tsx';

/** Saves what stands on the screen as a version with a name. */
export function NameNowDialog() {
  const { t } = useTranslation();
  const app = useApplication();
  const open = useSession(({ overlay }) => overlay === 'nameVersion');
  const close = (): void => app.session.setState({ overlay: null });
  return (
    <NameVersionDialog
      open={open}
      name=""
      text={t('history.nameNow')}
      mayBeEmpty={false}
      onClose={close}
      onName={(name) => {
        close();
        void saveVersion(app, name);
      }}
    />
  );
}
