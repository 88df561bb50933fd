import type { JournalPort } from '../../platform/actions/ports.ts';
import { appendDrafts } from './append.ts';
import type { JournalParts } from './log.ts';
import { createSealer, type Sealer } from './sealer.ts';

export { journalTables } from './columns.ts';
export { eraseValuesOfPersons, eraseValuesOfSubjects } from './erase-store.ts';
export { installationLog } from './log.ts';

export type Journal = {
  readonly port: JournalPort;
  readonly sealer: Sealer;
};

export function createJournal(parts: JournalParts & { readonly recordFault: (error: unknown) => void }): Journal {
  const sealer = createSealer({ ...parts, seal: { ...parts, edges: new Map() } });
  return {
    port: {
      async append(tx, drafts) {
        await appendDrafts(tx, drafts, parts);
        sealer.wake(tx.org);
      },
    },
    sealer,
  };
}
