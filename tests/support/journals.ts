import { createPrivateKey, randomUUID } from 'node:crypto';
import type { Instant } from '@sallyport/core/calendar';
import { createJournal, type Journal } from '../../packages/server/src/modules/journal/index.ts';
import type { EntryDraft } from '../../packages/server/src/platform/actions/ports.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { createIds } from '../../packages/server/src/platform/ids/ids.ts';

export const testInstallation = '01930000-0000-7000-8000-000000000001';
export const testAccount = '01930000-0000-7000-8000-00000000000a';

/** A key made of one byte: the same in every run. */
export const testKey = (seed = 1) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  });

export type TestJournal = Journal & { clock: { now: () => Instant; at: Instant } };

/** The journal room on a real database, its clock in the hand of the test. */
export function testJournal(database: Database): TestJournal {
  const clock = { at: Date.UTC(2026, 10, 23, 4) * 1000, now: (): Instant => clock.at };
  const journal = createJournal({
    database,
    clock,
    dayOf: (instant) => Math.floor(instant / 86_400_000_000),
    ids: createIds({ now: () => clock.at / 1000 }),
    installation: testInstallation,
    key: testKey(),
    recordFault: (error) => {
      throw error;
    },
  });
  return { ...journal, clock };
}

export const draft = (change: Partial<EntryDraft> = {}): EntryDraft => ({
  action: 'trip.submit',
  subject: `trip/${randomUUID()}`,
  account: testAccount,
  at: Date.UTC(2026, 10, 23, 4) * 1000,
  dayOnly: false,
  fields: { purpose: '学术会议', days: 3, listed: ['a', { b: 1 }], gone: null },
  person: null,
  network: null,
  ...change,
});
