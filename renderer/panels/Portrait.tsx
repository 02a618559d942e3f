import { User, UserPlus } from 'lucide-react';
import { assetUrl } from '../../shared/ipc/bridge.ts';
import type { PersonaRecord } from '../../shared/records/persona.ts';
import { getRecord } from '../../shared/records/records.ts';
import { useDocument } from '../ApplicationContext.ts';
import styles from './panel.module.css';
import { StoredImage } from './StoredImage.tsx';

interface PortraitProps {
  /** Null shows the place of somebody still missing. */
  readonly persona: PersonaRecord | null;
  /** CSS px. */
  readonly size: number;
}

/** A persona's picture in a circle, or an icon. The name stands beside it, so it is not read aloud. */
export function Portrait({ persona, size }: PortraitProps) {
  const handle = useDocument((document) => document.handle);
  const hash = useDocument(({ records }) =>
    persona?.portrait == null ? null : (getRecord(records, persona.portrait)?.hash ?? null),
  );
  const url = hash === null || handle === null ? null : assetUrl(handle, hash);
  const Icon = persona === null ? UserPlus : User;
  return (
    <span
      className={styles.portrait}
      data-missing={persona === null ? '' : undefined}
      style={{ width: size, height: size }}
    >
      <StoredImage url={url} alt="">
        <Icon size={size / 2} aria-hidden="true" />
      </StoredImage>
    </span>
  );
}
