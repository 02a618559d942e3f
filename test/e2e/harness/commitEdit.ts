import type { Page } from 'playwright-core';

/** Keeps an edit that changes nothing but counts, as the editor would send one. */
export async function commitEdit(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { project } = await window.meander.start();
    const record = [...(project?.records.values() ?? [])].find(({ type }) => type === 'project');
    if (project == null || record?.type !== 'project') throw new Error('There is no project');
    const changed = { ...record, title: `${record.title} again` };
    const diff = { added: new Map(), updated: new Map([[record.id, [record, changed] as const]]), removed: new Map() };
    return window.meander.commit(project.handle, { number: project.lastEdit + 1, label: 'Test', diff });
  });
}
