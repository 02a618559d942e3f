import { Dialog } from '@base-ui/react/dialog';
import { User } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OtherPeople } from '../../shared/ipc/bridge.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { PersonaRecord } from '../../shared/records/persona.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import { useApplication, useDocument, useSession } from '../ApplicationContext.ts';
import { Button } from '../controls/Button.tsx';
import dialog from '../dialogs/dialog.module.css';
import { StoredImage } from '../panels/StoredImage.tsx';
import { bringChosen } from './bringPeople.ts';
import styles from './people.module.css';

/** Who is in another project: choose who comes into this one. */
export function PeopleDialog() {
  const { session } = useApplication();
  const shown = useSession(({ people }) => people);
  const close = (): void => session.setState({ people: null });
  // The next project opens without the people offered to this one.
  useEffect(() => () => session.setState({ people: null }), [session]);
  return (
    <Dialog.Root open={shown !== null} onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.scrim} />
        <Dialog.Popup className={dialog.popup}>
          {shown !== null && <Choice shown={shown} onClose={close} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ChoiceProps {
  readonly shown: OtherPeople;
  readonly onClose: () => void;
}

function Choice({ shown, onClose }: ChoiceProps) {
  const { t } = useTranslation();
  const app = useApplication();
  const names = useDocument(({ records }) =>
    records === null ? '' : indexRecords(records).roots('persona').map(nameKey).join('\n'),
  );
  const here = new Set(names?.split('\n'));
  const { personas } = shown.people;
  const [chosen, setChosen] = useState<ReadonlySet<Id<'persona'>>>(
    () => new Set(personas.length === 1 ? personas.map(({ id }) => id) : []),
  );
  const toggle = (id: Id<'persona'>, isChosen: boolean): void => {
    const rest = [...chosen].filter((each) => each !== id);
    setChosen(new Set(isChosen ? [...rest, id] : rest));
  };
  return (
    <form
      className={dialog.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.size > 0) void bringChosen(app, shown, chosen);
      }}
    >
      <Dialog.Title className={dialog.title}>{t('people.title')}</Dialog.Title>
      <Dialog.Description className={dialog.text}>{t('people.text', { name: shown.fileName })}</Dialog.Description>
      <ul className={styles.people}>
        {personas.map((persona) => (
          <Person
            key={persona.id}
            persona={persona}
            shown={shown}
            isHere={persona.name !== '' && here.has(nameKey(persona))}
            value={chosen.has(persona.id)}
            onChange={(isChosen) => toggle(persona.id, isChosen)}
          />
        ))}
      </ul>
      <div className={dialog.buttons}>
        <Button look="ghost" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button look="main" type="submit" disabled={chosen.size === 0}>
          {chosen.size === 0 ? t('people.bringNobody') : t('people.bring', { count: chosen.size })}
        </Button>
      </div>
    </form>
  );
}

interface PersonProps {
  readonly persona: PersonaRecord;
  readonly shown: OtherPeople;
  /** Somebody of this name is in this project. */
  readonly isHere: boolean;
  readonly value: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function Person({ persona, shown, isHere, value, onChange }: PersonProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <li>
      <label className={styles.person}>
        <input
          type="checkbox"
          checked={value}
          aria-describedby={id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <Face persona={persona} shown={shown} />
        <span className={styles.words}>
          <strong>{persona.name || t('left.unnamedPersona')}</strong>
        </span>
        <small id={id} className={styles.aside}>
          {persona.summary}
          {isHere && <span>{t('people.isHere')}</span>}
        </small>
      </label>
    </li>
  );
}

/** The portrait as it came from the other file, which is of this project only when its person is brought. */
function Face({ persona, shown }: Pick<PersonProps, 'persona' | 'shown'>) {
  const asset = shown.people.assets.find(({ id }) => id === persona.portrait);
  const bytes = asset && shown.portraits.get(asset.hash);
  const mime = asset?.mime;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (bytes === undefined || mime === undefined) return;
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mime]);
  return (
    <span className={styles.face}>
      <StoredImage url={url} alt="">
        <User size={22} aria-hidden="true" />
      </StoredImage>
    </span>
  );
}

function nameKey({ name }: PersonaRecord): string {
  return name.toLowerCase();
}
