import type { EditVerb } from '../../../shared/edits/defineEdit.ts';
import { useApplication } from '../../ApplicationContext.ts';

/** Does a verb; edits under one `run`, such as "owner card:…", are one entry of the history until the field is left. */
export type Write = <Input, Value>(verb: EditVerb<Input, Value>, input: Input, run?: string) => Value | undefined;

/** The way fields write into the document. */
export function useWrite(): Write {
  const { editor } = useApplication();
  return (verb, input, run) =>
    editor.edit(verb, input, run === undefined ? {} : { merging: { key: run, within: null } });
}
