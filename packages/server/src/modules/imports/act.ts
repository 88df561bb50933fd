import { type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import * as contract from './contract.ts';
import * as store from './store.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** Milliseconds: a preview is good for a day, and a run can be undone for thirty. */
const previewFor = 86_400_000;
const undoFor = 30 * 86_400_000;

export const workJob = 'imports.work';

async function inState(tx: Transaction, id: string, state: store.State): Promise<store.Import> {
  const found = (await store.lockImport(tx, id)) ?? refuse('request.not-found');
  return found.state === state ? found : refuse('imports.not-at-this-point');
}

export const acts: readonly ImplementedAction[] = [
  implementAction(contract.applyImport, {
    place: wholeOrganisation,
    async handle({ tx, actor, now, send }, { import: id }) {
      const found = await inState(tx, id, 'preview');
      const at = new Date(now / 1000);
      if (at.getTime() - found.madeAt.getTime() > previewFor) refuse('imports.too-late');
      await store.moveImport(tx, id, { state: 'applying', acting: actor.account, reason: null, at });
      // What was wrong in the files was shown; what stood there is of no further use.
      await store.removeProblems(tx, id);
      await send(workJob, { import: id });
      return { output: { import: id }, entry: { subject: `import/${id}`, fields: {} } };
    },
  }),
  implementAction(contract.undoImport, {
    place: wholeOrganisation,
    async handle({ tx, actor, now, send }, { import: id, reason }) {
      await inState(tx, id, 'applied');
      await store.moveImport(tx, id, { state: 'undoing', acting: actor.account, reason, at: new Date(now / 1000) });
      await send(workJob, { import: id });
      return { output: { import: id }, entry: { subject: `import/${id}`, fields: { reason } } };
    },
  }),
  implementAction(contract.discardImport, {
    place: wholeOrganisation,
    async handle({ tx }, { import: id }) {
      await inState(tx, id, 'preview');
      await store.removeImport(tx, id);
      return { output: { import: id }, entry: { subject: `import/${id}`, fields: {} } };
    },
  }),
  implementAction(contract.sweepImports, {
    async handle({ tx, now }) {
      const before = (milliseconds: number): Date => new Date(now / 1000 - milliseconds);
      const removed = await store.removeOld(tx, before(previewFor), before(undoFor));
      return { output: { removed }, entry: { subject: null, fields: { removed } } };
    },
  }),
];
