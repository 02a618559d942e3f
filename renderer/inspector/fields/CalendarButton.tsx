import { Popover } from '@base-ui/react/popover';
import { Calendar, ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFullDay, formatMonth, weekdayNames } from '../../../shared/i18n/days.ts';
import { addDays, addMonths, weeksOfMonth } from '../../../shared/util/calendarDay.ts';
import { useSettings } from '../../ApplicationContext.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import styles from './calendar.module.css';
import { useClosed } from './Fields.tsx';
import fields from './fields.module.css';
import { today } from './today.ts';

interface CalendarButtonProps {
  /** What the day is of. */
  readonly label: string;
  /** YYYY-MM-DD, or empty. */
  readonly day: string;
  readonly onChoose: (day: string) => void;
}

/** Opens a month to choose a day from. */
export function CalendarButton({ label, day, onChoose }: CalendarButtonProps) {
  const { t } = useTranslation();
  const closed = useClosed();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        disabled={closed}
        render={<IconButton icon={Calendar} size={15} label={t('inspector.calendar', { label })} small />}
      />
      <Popover.Portal>
        <Popover.Positioner className={fields.overDialog} sideOffset={6} align="end">
          <Popover.Popup className={styles.popup} aria-label={label} initialFocus={false}>
            <Month
              day={day}
              onChoose={(chosen) => {
                onChoose(chosen);
                setOpen(false);
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What the arrows and their like mean in a month. */
const STEPS: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
};

function Month({ day, onChoose }: Pick<CalendarButtonProps, 'day' | 'onChoose'>) {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const titleId = useId();
  const [at, setAt] = useState(day === '' ? today() : day);
  const grid = useRef<HTMLTableElement>(null);
  /** Whether the focus follows: not while the months are leafed through by their buttons. */
  const follows = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes where one stands
  useEffect(() => {
    if (follows.current) grid.current?.querySelector<HTMLButtonElement>('button[tabindex="0"]')?.focus();
  }, [at]);
  const leaf = (months: 1 | -1): void => {
    follows.current = false;
    setAt(addMonths(at, months));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    follows.current = true;
    setAt(step(at));
  };
  const names = weekdayNames(language, 'long');
  return (
    <>
      <div className={styles.head}>
        <IconButton icon={ChevronLeft} label={t('inspector.monthBefore')} onClick={() => leaf(-1)} />
        <h3 id={titleId} aria-live="polite">
          {formatMonth(language, at)}
        </h3>
        <IconButton icon={ChevronRight} label={t('inspector.monthAfter')} onClick={() => leaf(1)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a month one walks through by arrows */}
      <table ref={grid} role="grid" aria-labelledby={titleId} className={styles.month} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weekdayNames(language, 'short').map((name, index) => (
              <th key={name} scope="col" abbr={names[index]}>
                {name.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(at).map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                <td key={each}>
                  <button
                    type="button"
                    tabIndex={each === at ? 0 : -1}
                    aria-label={formatFullDay(language, each)}
                    aria-current={each === today() ? 'date' : undefined}
                    data-beside={each.slice(0, 7) === at.slice(0, 7) ? undefined : ''}
                    aria-pressed={each === day}
                    onClick={() => onChoose(each)}
                  >
                    {Number(each.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
