import { Menu } from '@base-ui/react/menu';
import { Check, Settings2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../shared/ipc/bridge.ts';
import { useApplication, useSettings } from '../ApplicationContext.ts';
import popup from '../controls/popup.module.css';
import rod from '../rods/rod.module.css';

/** Language and look, where one looks for them first. */
export function SettingsMenu() {
  const { t } = useTranslation();
  const { bridge } = useApplication();
  const { language, theme } = useSettings(({ settings }) => settings);
  return (
    <Menu.Root>
      <Menu.Trigger className={rod.outlined}>
        <Settings2 size={16} aria-hidden="true" />
        {t('start.settings')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} sideOffset={8} align="end">
          <Menu.Popup className={popup.popup}>
            <Choice
              label={t('settings.language')}
              value={language}
              options={[
                ['system', t('settings.system')],
                ['en', t('settings.english')],
                ['nl', t('settings.dutch')],
              ]}
              onChange={(value) => void bridge.changeSettings({ language: value })}
            />
            <Menu.Separator className={popup.line} />
            <Choice
              label={t('settings.theme')}
              value={theme}
              options={[
                ['system', t('settings.system')],
                ['light', t('settings.light')],
                ['dark', t('settings.dark')],
              ]}
              onChange={(value) => void bridge.changeSettings({ theme: value })}
            />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface ChoiceProps<Value extends Settings['language' | 'theme']> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends Settings['language' | 'theme']>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <Menu.RadioGroup value={value} onValueChange={(chosen: Value) => onChange(chosen)}>
      <Menu.GroupLabel className={popup.label}>{label}</Menu.GroupLabel>
      {options.map(([option, words]) => (
        <Menu.RadioItem key={option} value={option} className={popup.item} closeOnClick={false}>
          <span className={popup.tick}>
            <Menu.RadioItemIndicator>
              <Check size={15} aria-hidden="true" />
            </Menu.RadioItemIndicator>
          </span>
          {words}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
