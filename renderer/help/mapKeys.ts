import type { TFunction } from 'i18next';
import { keyCaps } from '../../shared/commands/keys.ts';
import type { Platform } from '../../shared/ipc/bridge.ts';

/** Keys that the map's tools and its text box handle themselves (tools/mapTools.ts, live/TextBox.tsx). */
export type MapKey =
  | 'arrows'
  | 'enter'
  | 'tab'
  | 'escape'
  | 'letters'
  | 'shiftEnter'
  | 'shiftArrows'
  | 'altArrows'
  | 'wheel'
  | 'space'
  | 'regions'
  | 'doubleClick';

/** What stands on the caps of such a key, in the words of the language and the signs of the system. */
export function mapKeyCaps(t: TFunction, key: MapKey, platform: Platform): readonly string[] {
  const held = (modifier: 'Mod' | 'Shift' | 'Alt'): string =>
    keyCaps({ modifiers: [modifier], key: '' }, platform)[0] ?? '';
  switch (key) {
    case 'arrows':
      return [t('keys.arrows')];
    case 'enter':
      return [t('keys.enter')];
    case 'tab':
      return [t('keys.tab')];
    case 'escape':
      return [t('keys.escape')];
    case 'letters':
      return [t('keys.anyKey')];
    case 'shiftEnter':
      return [held('Shift'), t('keys.enter')];
    case 'shiftArrows':
      return [held('Shift'), t('keys.arrows')];
    case 'altArrows':
      return [held('Alt'), t('keys.arrows')];
    case 'wheel':
      return [held('Mod'), t('keys.wheel')];
    case 'space':
      return [t('keys.space'), t('keys.drag')];
    case 'regions':
      return ['F6'];
    case 'doubleClick':
      return [t('keys.doubleClick')];
  }
}
