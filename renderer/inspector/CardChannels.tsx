import { useTranslation } from 'react-i18next';
import { changeCards } from '../../shared/edits/cards.ts';
import { ChannelList } from './ChannelList.tsx';
import type { CardPartProps } from './cardPart.ts';
import { useWrite } from './fields/useWrite.ts';
import { IconField } from './IconField.tsx';
import { sharedValue } from './sharedValue.ts';

/** The channels of a touchpoint, of which the first gives the icon unless the touchpoint has one of its own. */
export function CardChannels({ cards, records }: CardPartProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const ids = cards.map(({ id }) => id);
  const key = sharedValue(cards, ({ channels }) => channels.join(' '));
  const [first] = cards;
  return (
    <>
      {key !== undefined && first !== undefined && (
        <ChannelList
          label={t('inspector.channels')}
          channels={first.channels}
          records={records}
          addChannels={(tx, channels) => changeCards.run(tx, { cards: ids, fields: { channels } })}
        />
      )}
      <IconField
        label={t('inspector.icon')}
        none={t('inspector.iconOfChannel')}
        value={sharedValue(cards, ({ icon }) => icon) ?? null}
        onWrite={(icon) => write(changeCards, { cards: ids, fields: { icon } })}
      />
    </>
  );
}
