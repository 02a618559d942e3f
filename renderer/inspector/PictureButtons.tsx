import { ImagePlus, Trash2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewAsset } from '../../shared/edits/assets.ts';
import { useApplication } from '../ApplicationContext.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './inspector.module.css';
import { type PictureFault, takePicture } from './takePicture.ts';

interface PictureButtonsProps {
  /** Whether there is a picture already. */
  readonly has: boolean;
  /** Pixels; a larger picture is made smaller. */
  readonly longestSide: number;
  readonly onTake: (picture: NewAsset) => void;
  readonly onRemove: () => void;
}

/** Chooses a picture from a file, or takes it away; says why a file could not be taken. */
export function PictureButtons({ has, longestSide, onTake, onRemove }: PictureButtonsProps) {
  const { t } = useTranslation();
  const app = useApplication();
  const input = useRef<HTMLInputElement>(null);
  const faultId = useId();
  const [fault, setFault] = useState<PictureFault | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const taken = await takePicture(app, file, longestSide);
    setFault(taken.ok ? null : taken.reason);
    if (taken.ok) onTake(taken.value);
  };
  return (
    <div className={styles.pictureButtons}>
      <Button onClick={() => input.current?.click()} aria-describedby={faultId}>
        <ImagePlus size={16} aria-hidden="true" />
        {t(has ? 'inspector.replacePicture' : 'inspector.choosePicture')}
      </Button>
      {has && <IconButton icon={Trash2} label={t('inspector.removePicture')} onClick={onRemove} />}
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        aria-label={t('inspector.choosePicture')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          void take(file);
        }}
      />
      <p id={faultId} role="status" className={styles.fault}>
        {fault !== null && t(`inspector.pictureFault.${fault}`)}
      </p>
    </div>
  );
}
