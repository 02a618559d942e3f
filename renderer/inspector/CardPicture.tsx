import { ImageOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { describeAsset } from '../../shared/edits/assets.ts';
import { changeCards } from '../../shared/edits/cards.ts';
import { setCardPicture } from '../../shared/exchange/addPictureCard.ts';
import { assetUrl } from '../../shared/ipc/bridge.ts';
import type { CardRecord } from '../../shared/records/card.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { useDocument } from '../ApplicationContext.ts';
import { StoredImage } from '../panels/StoredImage.tsx';
import { TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import styles from './inspector.module.css';
import { PictureButtons } from './PictureButtons.tsx';

/** Pixels of the longer side that a picture on a map is kept with: sharp at twice the size of the widest card. */
const LONGEST_SIDE = 2400;

/** The picture of a picture card, and what it shows in words. */
export function CardPicture({ card, records }: { readonly card: CardRecord; readonly records: Records }) {
  const { t } = useTranslation();
  const write = useWrite();
  const handle = useDocument((document) => document.handle);
  const asset = card.asset === null ? undefined : getRecord(records, card.asset);
  const url = asset === undefined || handle === null ? null : assetUrl(handle, asset.hash);
  return (
    <>
      {asset !== undefined && url !== null && (
        <StoredImage className={styles.picture} url={url} alt={asset.description}>
          <p className={styles.lostPicture}>
            <ImageOff size={18} strokeWidth={1.75} aria-hidden />
            {t('inspector.pictureLost')}
          </p>
        </StoredImage>
      )}
      <PictureButtons
        has={asset !== undefined}
        longestSide={LONGEST_SIDE}
        onTake={(picture) => write(setCardPicture, { card: card.id, picture })}
        onRemove={() => write(changeCards, { cards: [card.id], fields: { asset: null } })}
      />
      {asset !== undefined && (
        <TextField
          label={t('inspector.pictureWords')}
          placeholder={t('inspector.pictureWordsHint')}
          value={asset.description}
          onWrite={(description) => write(describeAsset, { asset: asset.id, description }, `description ${asset.id}`)}
        />
      )}
    </>
  );
}
