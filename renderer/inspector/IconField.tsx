import { Ban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import fields from './fields/fields.module.css';
import { MapIcon } from './fields/SceneDrawing.tsx';
import { Swatches } from './fields/Swatches.tsx';
import styles from './inspector.module.css';

/** The pictures touchpoints and channels may bear, the channels' own first (UI.md section 4). */
const TOUCH_ICONS = [
  'smartphone',
  'monitor',
  'mail',
  'bell',
  'message-square',
  'phone',
  'store',
  'package-open',
  'truck',
  'star',
  'search',
  'megaphone',
  'credit-card',
  'headset',
  'globe',
  'share-2',
  'play',
  'video',
  'newspaper',
  'gift',
  'shopping-cart',
  'shirt',
  'ruler',
  'users',
  'calendar',
  'ticket',
  'heart',
  'bot',
] as const;
type TouchIcon = (typeof TOUCH_ICONS)[number];

interface IconFieldProps {
  readonly label: string;
  /** An icon's name, empty for none; null when several things are shown that differ. */
  readonly value: string | null;
  /** What having none means; without it there is always one. */
  readonly none?: string;
  readonly onWrite: (icon: string) => void;
}

/** The picture on a touchpoint's token. */
export function IconField({ label, value, none, onWrite }: IconFieldProps) {
  const { t } = useTranslation();
  const icons = TOUCH_ICONS.map((name: TouchIcon) => ({
    value: name as string,
    label: t(`inspector.iconName.${name}`),
    picture: <MapIcon name={name} size={18} />,
  }));
  const nothing =
    none === undefined
      ? []
      : [{ value: '', label: none, picture: <Ban size={18} strokeWidth={1.9} aria-hidden="true" /> }];
  return (
    <details className={styles.icons}>
      <summary>
        {label}
        <MapIcon name={value ?? ''} size={18} />
        {value === '' && none !== undefined && <span className={styles.rowAside}>{none}</span>}
      </summary>
      <Swatches
        label={label}
        value={value}
        options={[...nothing, ...icons]}
        className={fields.swatches}
        onWrite={onWrite}
      />
    </details>
  );
}
