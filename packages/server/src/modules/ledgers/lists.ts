import type { LedgerList } from './contract.ts';
import type { Ledger } from './ledger.ts';
import { devices } from './lists/devices.ts';
import { conflicts, duties } from './lists/duties.ts';
import { campaign, educationDue, signIn } from './lists/education.ts';
import { clauses, instruments, settings } from './lists/law.ts';
import { acts, handovers, imports, jobs, journal } from './lists/others.ts';
import { prints } from './lists/prints.ts';
import { branches, facts, leavings, people, units } from './lists/register.ts';
import { trips } from './lists/trips.ts';

export const ledgers: Readonly<Record<LedgerList, Ledger>> = {
  people,
  units,
  branches,
  leavings,
  duties,
  conflicts,
  trips,
  devices,
  campaign,
  educationDue,
  signIn,
  facts,
  instruments,
  clauses,
  settings,
  imports,
  prints,
  handovers,
  acts,
  jobs,
  journal,
};
