import { implementAction } from '../../platform/actions/implement.ts';
import { requireHandover } from '../privacy/index.ts';
import { exportJournal } from './contract.ts';

/** Says in the journal that it leaves the house, by which handover; whoever ran it hands the files out afterwards. */
export const implementExport = implementAction(exportJournal, {
  async handle(context, { handover }) {
    await requireHandover(context, 'journal.export', handover);
    return { output: {}, entry: { subject: `handover/${handover}`, fields: {} } };
  },
});
