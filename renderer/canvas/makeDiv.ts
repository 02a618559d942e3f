/** A box of the page with a class of a stylesheet. */
export function makeDiv(className: string | undefined): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className ?? '';
  return element;
}
