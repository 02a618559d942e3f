import { Combobox } from '@base-ui/react/combobox';
import { Plus } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../shared/records/limits.ts';
import popup from '../../controls/popup.module.css';
import { useClosed } from './Fields.tsx';
import styles from './fields.module.css';

/** One thing that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly picture?: ReactNode;
}

interface ChooserProps {
  /** What is chosen here, such as "Add a source"; stands in the empty field. */
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (id: string) => void;
  /** Makes a new one of this name; without it only what there is can be chosen. */
  readonly onAdd?: (name: string) => void;
}

const NEW = 'new';

/** A field that finds things as one types, and can make one that is not there yet. */
export function Chooser({ label, choices, onChoose, onAdd }: ChooserProps) {
  const { t } = useTranslation();
  const closed = useClosed();
  const id = useId();
  const [query, setQuery] = useState('');
  const name = query.trim();
  const found = choices.filter((choice) => isIn(name, choice.name));
  const exists = choices.some((choice) => sameName(choice.name, name));
  const added: readonly Choice[] =
    onAdd === undefined || name === '' || exists ? [] : [{ id: NEW, name: t('inspector.addNamed', { name }) }];
  const items = [...found, ...added];
  return (
    <Combobox.Root
      items={items}
      disabled={closed}
      filter={null}
      autoHighlight
      value={null}
      itemToStringLabel={(choice: Choice) => choice.name}
      inputValue={query}
      onInputValueChange={(text, { reason }) => setQuery(reason === 'input-change' ? text : '')}
      onValueChange={(choice: Choice | null) => {
        if (choice === null) return;
        if (choice.id === NEW) onAdd?.(name);
        else onChoose(choice.id);
        setQuery('');
      }}
    >
      <div className={styles.chooser}>
        <Plus size={15} aria-hidden="true" />
        <Combobox.Input
          id={id}
          aria-label={label}
          placeholder={label}
          maxLength={LIMITS.name}
          className={styles.chooserInput}
        />
      </div>
      <Combobox.Portal>
        <Combobox.Positioner className={styles.overDialog} sideOffset={4}>
          <Combobox.Popup className={styles.choices} aria-label={label}>
            <Combobox.Empty className={styles.noChoice}>
              {items.length === 0 && t(onAdd === undefined ? 'inspector.nothingToChoose' : 'inspector.typeToAdd')}
            </Combobox.Empty>
            <Combobox.List>
              {(choice: Choice) => (
                <Combobox.Item key={choice.id} value={choice} className={popup.item}>
                  {choice.id === NEW ? <Plus size={15} aria-hidden="true" /> : choice.picture}
                  <span className={styles.choiceName}>{choice.name}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

function isIn(part: string, whole: string): boolean {
  return whole.toLocaleLowerCase().includes(part.toLocaleLowerCase());
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();
}
