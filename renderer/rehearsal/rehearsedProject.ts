import type { OpenedProject } from '../../shared/ipc/bridge.ts';
import { KINDS_OF_LANE, LANE_KINDS } from '../../shared/records/lane.ts';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import { EMPTY_HISTORY } from '../../shared/store/history.ts';
import { type Transaction, transact } from '../../shared/store/transact.ts';
import { orderKeys } from '../../shared/util/orderKey.ts';

/** Enough of everything that the code which many cards need is compiled. */
const STEPS = 6;
const CARDS_PER_CELL = 2;
const TEXT = 'A customer who reads 0123456789 words, and quickly judges jazzy sphinxes of quartz by the box';

/** A project as main hands it to a window, with one map of every kind of lane and card. No file has it. */
export function rehearsedProject(): OpenedProject {
  let ids = 0;
  const environment = { randomText: () => `rehearsed${++ids}`, now: () => 0 };
  return {
    handle: 'document:rehearsal',
    uuid: '00000000-0000-8000-8000-000000000000',
    head: null,
    records: transact(new Map(), environment, '', addMap).records,
    revisions: [],
    schema: CURRENT_SCHEMA,
    file: 'unchanged',
    sidecar: 'none',
    alsoOpenBy: null,
    save: { fileName: TEXT, unsavedEdits: 0, savedAt: Date.now(), readOnly: false },
    recoveredEdits: 0,
    lastEdit: 0,
    history: EMPTY_HISTORY,
    salvage: null,
  };
}

function addMap(tx: Transaction): void {
  tx.add('project', {});
  const persona = tx.add('persona', { order: 'a0', name: TEXT, summary: TEXT }).id;
  const map = tx.add('map', { order: 'a0', title: TEXT, scenario: TEXT, personas: [persona] }).id;
  const stage = tx.add('stage', { map, order: 'a0', name: TEXT, goal: TEXT }).id;
  const steps = orderKeys(STEPS).map((order) => tx.add('step', { stage, order, name: TEXT }).id);
  orderKeys(LANE_KINDS.length).forEach((order, at) => {
    const kind = LANE_KINDS[at] ?? 'text';
    const lane = tx.add('lane', { map, order, kind, name: TEXT, hint: TEXT }).id;
    const cards = Array.from({ length: CARDS_PER_CELL }, () => KINDS_OF_LANE[kind]).flat();
    for (const step of steps) {
      if (kind === 'emotions') tx.add('emotion', { lane, step, persona, value: 1, label: TEXT });
      const keys = orderKeys(cards.length);
      cards.forEach((card, at) => {
        const order = keys[at] ?? '';
        tx.add('card', { lane, step, order, kind: card, text: TEXT, evidence: 'researched', figure: '31 %' });
      });
    }
  });
}
