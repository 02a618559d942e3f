import { Popover } from '@base-ui/react/popover';
import { ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { addChannel, changeChannel, removeChannel } from '../../shared/edits/channels.ts';
import { defineEdit } from '../../shared/edits/defineEdit.ts';
import type { ChannelRecord } from '../../shared/records/channel.ts';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { CHANNEL_SIGN, channelSign } from '../../shared/scene/personaCardItems.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import type { Transaction } from '../../shared/store/transact.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { CheckField } from './fields/CheckField.tsx';
import { Chooser } from './fields/Chooser.tsx';
import { Field } from './fields/Field.tsx';
import { MapIcon, SceneDrawing } from './fields/SceneDrawing.tsx';
import { TextField } from './fields/TextField.tsx';
import { useWrite } from './fields/useWrite.ts';
import { IconField } from './IconField.tsx';
import { ItemPopup } from './ItemPopup.tsx';
import styles from './inspector.module.css';

interface ChannelListProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** In their order. */
  readonly channels: readonly Id<'channel'>[];
  readonly records: Records;
  /** Writes the list inside an open transaction. */
  readonly addChannels: (tx: Transaction, channels: readonly Id<'channel'>[]) => void;
  /** What is said of each here, in place of whether it is online. */
  readonly saying?: (channel: ChannelRecord, name: string) => ReactNode;
}

/** Channels in an order: choose, add, move, take off; a channel's name opens what it is. */
export function ChannelList({ label, hideLabel = false, channels, records, addChannels, saying }: ChannelListProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const labelId = useId();
  const setChannels = defineEdit('edit.toggleInCards', addChannels);
  const addNew = defineEdit('edit.addChannel', (tx, name: string) => {
    addChannels(tx, [...channels, addChannel.run(tx, { fields: { name } }).id]);
  });
  const known = channels.flatMap((id) => getRecord(records, id) ?? []);
  const others = indexRecords(records)
    .roots('channel')
    .filter(({ id }) => !channels.includes(id));
  const move = (id: Id<'channel'>, by: 1 | -1): void => {
    const from = channels.indexOf(id);
    const rest = channels.filter((each) => each !== id);
    const to = Math.min(rest.length, Math.max(0, from + by));
    write(setChannels, [...rest.slice(0, to), id, ...rest.slice(to)]);
  };
  return (
    <Field label={label} labelId={labelId} hideLabel={hideLabel}>
      <ul className={styles.rows} aria-labelledby={labelId}>
        {known.map((channel, at) => (
          <ChannelRow
            key={channel.id}
            channel={channel}
            isFirst={at === 0}
            saying={saying}
            onMove={(by) => move(channel.id, by)}
            onRemove={() =>
              write(
                setChannels,
                channels.filter((id) => id !== channel.id),
              )
            }
          />
        ))}
      </ul>
      <Chooser
        label={t('inspector.addChannel')}
        choices={others.map(({ id, name, icon }) => ({ id, name, picture: <MapIcon name={icon} /> }))}
        onChoose={(chosen) => {
          const channel = others.find(({ id }) => id === chosen);
          if (channel !== undefined) write(setChannels, [...channels, channel.id]);
        }}
        onAdd={(name) => write(addNew, name)}
      />
    </Field>
  );
}

interface ChannelRowProps {
  readonly channel: ChannelRecord;
  readonly isFirst: boolean;
  readonly saying: ChannelListProps['saying'];
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function ChannelRow({ channel, isFirst, saying, onMove, onRemove }: ChannelRowProps) {
  const { t } = useTranslation();
  const write = useWrite();
  const { id } = channel;
  const name = channel.name === '' ? t('inspector.unnamed') : channel.name;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={styles.row}>
      <Popover.Root>
        <Popover.Trigger
          className={styles.rowButton}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onKeyDown={onKeyDown}
        >
          {saying === undefined ? <MapIcon name={channel.icon} /> : <ChannelSign channel={channel} />}
          <span className={styles.rowWords}>{name}</span>
          {saying === undefined && (
            <span className={styles.rowAside}>{t(channel.online ? 'sheet.online' : 'sheet.offline')}</span>
          )}
        </Popover.Trigger>
        <ItemPopup
          title={t('inspector.channel')}
          deleteLabel={t('inspector.deleteChannel')}
          onDelete={() => write(removeChannel, { channel: id })}
        >
          <TextField
            label={t('inspector.name')}
            value={channel.name}
            onWrite={(text) => write(changeChannel, { channel: id, fields: { name: text } }, `name ${id}`)}
          />
          <CheckField
            label={t('sheet.online')}
            value={channel.online}
            onWrite={(online) => write(changeChannel, { channel: id, fields: { online } })}
          />
          <IconField
            label={t('inspector.icon')}
            value={channel.icon}
            onWrite={(icon) => write(changeChannel, { channel: id, fields: { icon } })}
          />
        </ItemPopup>
      </Popover.Root>
      {saying?.(channel, name)}
      {isFirst ? (
        <span className={styles.noButton} />
      ) : (
        <IconButton icon={ChevronUp} size={14} label={t('inspector.moveUp', { name })} onClick={() => onMove(-1)} />
      )}
      <IconButton icon={X} size={14} label={t('inspector.takeOff', { name })} onClick={onRemove} />
    </li>
  );
}

/** Online a disc, offline a square, as on the map. */
function ChannelSign({ channel }: { readonly channel: ChannelRecord }) {
  const viewBox = [0, 0, CHANNEL_SIGN, CHANNEL_SIGN] as const;
  return <SceneDrawing items={channelSign(channel, 0, 0)} viewBox={viewBox} width={CHANNEL_SIGN - 4} />;
}
