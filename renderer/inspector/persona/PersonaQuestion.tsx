import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountsByType } from '../../../shared/edits/consequences.ts';
import { takePersonaOffMap } from '../../../shared/edits/mapPersonas.ts';
import { removePersona } from '../../../shared/edits/personas.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { getRecord, type Records } from '../../../shared/records/records.ts';
import { useApplication } from '../../ApplicationContext.ts';
import type { Application } from '../../application.ts';
import { Confirm } from '../../dialogs/Confirm.tsx';
import { countWords } from '../countWords.ts';
import { tryEdit } from '../removals.ts';

/** A persona who shall go: off a map, or (null) out of the project. */
export interface AskedPersona {
  readonly persona: Id<'persona'>;
  readonly map: Id<'map'> | null;
}

interface PersonaQuestionProps {
  readonly asked: AskedPersona | null;
  readonly onDone: () => void;
}

/** Asks before somebody goes with the curves drawn for them; somebody without any goes at once. */
export function PersonaQuestion({ asked, onDone }: PersonaQuestionProps) {
  const { t } = useTranslation();
  const app = useApplication();
  const [said, setSaid] = useState<{
    readonly asked: AskedPersona;
    readonly name: string;
    readonly gone: CountsByType;
  }>();
  useEffect(() => {
    const { records } = app.editor;
    if (asked === null || records === undefined) return;
    const gone = goneWith(records, asked);
    if ((gone.emotion ?? 0) > 0) {
      setSaid({ asked, name: getRecord(records, asked.persona)?.name ?? '', gone });
      return;
    }
    onDone();
    remove(app, asked);
  }, [app, asked, onDone]);
  const isOpen = asked !== null && said?.asked === asked;
  const name = said === undefined || said.name === '' ? t('left.unnamedPersona') : said.name;
  const offMap = said !== undefined && said.asked.map !== null;
  return (
    <Confirm
      open={isOpen}
      title={t(offMap ? 'ask.takeOffTitle' : 'ask.personaTitle', { name })}
      text={t('ask.goesToo', { what: countWords(t, said?.gone ?? {}) })}
      act={t(offMap ? 'ask.takeOff' : 'ask.delete')}
      onDismiss={onDone}
      onConfirm={() => asked !== null && remove(app, asked)}
    />
  );
}

function goneWith(records: Records, { persona, map }: AskedPersona): CountsByType {
  const tried =
    map === null ? tryEdit(records, removePersona, { persona }) : tryEdit(records, takePersonaOffMap, { map, persona });
  return tried?.removed ?? {};
}

function remove({ editor }: Application, { persona, map }: AskedPersona): void {
  if (map === null) editor.edit(removePersona, { persona });
  else editor.edit(takePersonaOffMap, { map, persona });
}
