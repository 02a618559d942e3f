import type { HeadingOf } from '../layout/personaCard.ts';
import type { IconName } from './icons.ts';
import type { ThemeColour } from './theme.ts';

/** The sign before a heading. */
export interface HeadingLook {
  readonly icon: IconName;
  readonly colour: ThemeColour;
}

/** The signs of the headings of a person's page. */
export const PERSONA_LOOKS: Readonly<Record<HeadingOf | 'character' | 'channels', HeadingLook>> = {
  goals: { icon: 'flag', colour: 'k-goal' },
  motives: { icon: 'flame', colour: 'clay' },
  expectations: { icon: 'sparkles', colour: 'k-idea' },
  frustrations: { icon: 'triangle-exclamation-point', colour: 'k-pain' },
  privateLife: { icon: 'house', colour: 'meadow' },
  contact: { icon: 'bell', colour: 'k-thought' },
  devices: { icon: 'monitor-smartphone', colour: 'k-touch' },
  brands: { icon: 'tag', colour: 'clay' },
  money: { icon: 'wallet', colour: 'meadow' },
  day: { icon: 'clock', colour: 'k-thought' },
  role: { icon: 'scale', colour: 'k-company' },
  own: { icon: 'text-align-start', colour: 'ink-3' },
  character: { icon: 'sliders-horizontal', colour: 'ink-2' },
  channels: { icon: 'waypoints', colour: 'k-touch' },
};
