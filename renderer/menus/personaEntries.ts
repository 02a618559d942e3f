import { EyeOff, Spline, UserRound, Users } from 'lucide-react';
import { focusPersona, hidePersona } from '../../shared/edits/mapPersonas.ts';
import { changePersona } from '../../shared/edits/personas.ts';
import type { Id } from '../../shared/records/ids.ts';
import { PERSONA_COLOURS } from '../../shared/records/persona.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import type { Application } from '../application.ts';
import { item, LINE, type MapMenuEntry, submenu } from './mapMenuEntry.ts';

/** What can be done with somebody who walks on the map, from where they stand at its top. */
export function personaEntries(app: Application, records: Records, id: Id<'persona'>): readonly MapMenuEntry[] {
  const { t } = app.i18n;
  const map = app.session.getState().map;
  const persona = getRecord(records, id);
  if (persona === undefined || map === null) return [];
  const name = persona.name || t('left.unnamedPersona');
  return [
    item('page', t('mapMenu.page', { name }), UserRound, () => app.session.setState({ persona: id })),
    ...lineMenu(app, records, id),
    LINE,
    item('only', t('persona.only'), UserRound, () => {
      app.editor.edit(focusPersona, { map, persona: id });
    }),
    item('all', t('persona.all'), Users, () => {
      app.editor.edit(focusPersona, { map, persona: null });
    }),
    item('hide', t('persona.hide', { name }), EyeOff, () => {
      app.editor.edit(hidePersona, { map, persona: id, hidden: true });
    }),
  ];
}

/** How somebody's line is drawn, in colour, dashes and marks. */
export function lineMenu(app: Application, records: Records, id: Id<'persona'>): readonly MapMenuEntry[] {
  const { t } = app.i18n;
  const persona = getRecord(records, id);
  if (persona === undefined) return [];
  const name = persona.name || t('left.unnamedPersona');
  const lines = PERSONA_COLOURS.map((colour) => ({
    ...item(colour, t(`persona.lineName.${colour}`), undefined, () => {
      app.editor.edit(changePersona, { persona: id, fields: { colour } });
    }),
    swatch: colour,
    chosen: colour === persona.colour,
  }));
  return [submenu('line', t('mapMenu.lineOf', { name }), Spline, lines)];
}
