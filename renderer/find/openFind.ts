import type { Application } from '../application.ts';

/** Opens the search, with the line to replace or without, or takes the keyboard back to it when it is open. */
export function openFind(app: Application, replacing = false): void {
  if (app.documents.getState().document === null) return;
  app.finder.open();
  if (replacing) app.finder.state.setState({ isReplacing: true });
  const field = document.querySelector<HTMLInputElement>('[data-find="query"]');
  field?.focus();
  field?.select();
}

/** Closes the search and gives the keyboard back to the map. */
export function closeFind(app: Application): void {
  app.finder.close();
  document.querySelector<HTMLElement>('[data-region="canvas"]')?.focus({ preventScroll: true });
}
