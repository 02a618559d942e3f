import { addPersona } from '../../shared/edits/personas.ts';
import type { Application } from '../application.ts';

/** Adds somebody who walks on the map shown, and opens the page where she gets her name. */
export function addNewPersona({ editor, session, i18n }: Application): void {
  const { map } = session.getState();
  const made = editor.edit(addPersona, { fields: { name: i18n.t('persona.newName') }, map });
  if (made !== undefined) session.setState({ persona: made.id });
}
