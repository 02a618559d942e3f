import type { Application } from '../application.ts';

/** Makes all that is typed so far part of the document; whoever types goes on. */
export function keepTyped({ tools, drafts }: Pick<Application, 'tools' | 'drafts'>): void {
  tools.sessions.keep();
  drafts.keepAll();
}

/** Ends whatever is being typed: all of it becomes part of the document. */
export function finishTyping({ tools, drafts }: Pick<Application, 'tools' | 'drafts'>): void {
  tools.sessions.end();
  drafts.keepAll();
}
