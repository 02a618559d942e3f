import { Copy, FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duplicatePersona } from '../../../shared/edits/personas.ts';
import type { ExportFault } from '../../../shared/ipc/bridge.ts';
import type { PersonaRecord } from '../../../shared/records/persona.ts';
import { useApplication } from '../../ApplicationContext.ts';
import { exportPersona } from '../../commands/exportMap.ts';
import { Button } from '../../controls/Button.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { useWrite } from '../fields/useWrite.ts';
import styles from './persona.module.css';

/** How far the card is. */
type CardStep =
  | { readonly step: 'none' }
  | { readonly step: 'work' }
  | { readonly step: 'done'; readonly fileName: string }
  | { readonly step: 'failed'; readonly code: Exclude<ExportFault['code'], 'cancelled'> };

/** What can be made of a person: her card as a file, and a copy of her. */
export function PersonaFoot({ persona }: { readonly persona: PersonaRecord }) {
  const { t } = useTranslation();
  const app = useApplication();
  const write = useWrite();
  const [at, setAt] = useState<CardStep>({ step: 'none' });
  const makeCard = async (): Promise<void> => {
    setAt({ step: 'work' });
    const outcome = await exportPersona(app, persona.id);
    if (outcome?.ok) setAt({ step: 'done', fileName: outcome.value });
    else if (outcome === null || outcome.reason.code === 'cancelled') setAt({ step: 'none' });
    else setAt({ step: 'failed', code: outcome.reason.code });
  };
  const duplicate = (): void => {
    const name = persona.name === '' ? '' : t('inspector.copyOf', { title: persona.name });
    const copy = write(duplicatePersona, { persona: persona.id, name });
    if (copy !== undefined) app.session.setState({ persona: copy });
  };
  return (
    <>
      <div className={styles.make}>
        <Button className={styles.card} disabled={at.step === 'work'} onClick={() => void makeCard()}>
          <FileDown size={16} aria-hidden="true" />
          {t('persona.card')}
        </Button>
        <IconButton icon={Copy} label={t('persona.duplicate')} onClick={duplicate} />
      </div>
      <div role="status" className={styles.cardStatus}>
        {at.step === 'work' && <p>{t('persona.makingCard')}</p>}
        {at.step === 'done' && (
          <>
            <p>{t('export.savedAs', { name: at.fileName })}</p>
            <Button look="ghost" onClick={() => app.bridge.showExported()}>
              {t('export.show')}
            </Button>
          </>
        )}
        {at.step === 'failed' && (
          <p>
            {t(`fault.export.${at.code}.title`)} {t(`fault.export.${at.code}.text`)}
          </p>
        )}
      </div>
    </>
  );
}
