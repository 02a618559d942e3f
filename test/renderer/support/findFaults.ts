import axe from 'axe-core';

/** The serious faults axe finds in a page, each as one line; none is what a test wants. */
export async function findAccessFaults(element: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(element, {
    // jsdom lays nothing out: contrast is proven with the tokens, and a page's landmarks with the whole window.
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
