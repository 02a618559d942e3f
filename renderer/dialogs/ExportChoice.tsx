import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExportOptions, PAPERS, type Paper } from '../../shared/ipc/bridge.ts';
import type { ThemeName } from '../../shared/scene/theme.ts';
import { useApplication } from '../ApplicationContext.ts';
import { exportMap } from '../commands/exportMap.ts';
import { Button } from '../controls/Button.tsx';
import { Segments } from '../controls/Segments.tsx';
import styles from './dialog.module.css';

const SCALES = ['1', '2', '3', '4'] as const;

interface ExportChoiceProps {
  readonly format: ExportOptions['format'];
  readonly onClose: () => void;
}

/** What kind of file, how large, light or dark. */
export function ExportChoice({ format: wished, onClose }: ExportChoiceProps) {
  const { t } = useTranslation();
  const app = useApplication();
  const [format, setFormat] = useState<ExportOptions['format']>(wished);
  const [paper, setPaper] = useState<Paper>('A1');
  const [scale, setScale] = useState<(typeof SCALES)[number]>('2');
  // A poster is light, whatever the window is: it will hang on a wall (UI.md section 9).
  const [theme, setTheme] = useState<ThemeName>('light');
  return (
    <>
      <div>
        <Segments
          label={t('export.format')}
          value={format}
          onChange={setFormat}
          options={[
            { value: 'pdf', label: t('export.formatPdf') },
            { value: 'png', label: t('export.formatPng') },
          ]}
        />
        <p className={styles.hint}>{t(format === 'pdf' ? 'export.formatPdfHint' : 'export.formatPngHint')}</p>
      </div>
      <div>
        <Segments
          label={t('export.paper')}
          value={paper}
          onChange={setPaper}
          options={PAPERS.map((value) => ({ value, label: value === 'fit' ? t('export.paperFit') : value }))}
        />
        <p className={styles.hint}>{t(paper === 'fit' ? 'export.paperFitHint' : 'export.paperHint')}</p>
      </div>
      {format === 'png' && (
        <div>
          <Segments
            label={t('export.scale')}
            value={scale}
            onChange={setScale}
            options={SCALES.map((value) => ({ value, label: t('export.scaleTimes', { scale: value }) }))}
          />
          <p className={styles.hint}>{t('export.scaleHint')}</p>
        </div>
      )}
      <Segments
        label={t('export.theme')}
        value={theme}
        onChange={setTheme}
        options={[
          { value: 'light', label: t('settings.light') },
          { value: 'dark', label: t('settings.dark') },
        ]}
      />
      <div className={styles.buttons}>
        <Button look="ghost" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button look="main" onClick={() => exportMap(app, { format, paper, scale: Number(scale), theme })}>
          {t('export.go')}
        </Button>
      </div>
    </>
  );
}
