import type { LedgerList } from './contract.ts';
import type { Ledger } from './ledger.ts';
import { duties } from './lists/duties.ts';
import { acts, clauses, handovers, imports, jobs, journal } from './lists/others.ts';
import { branches, facts, people, units } from './lists/register.ts';

export const ledgers: Readonly<Record<LedgerList, Ledger>> = {
  people,
  units,
  branches,
  duties,
  facts,
  clauses,
  imports,
  handovers,
  acts,
  jobs,
  journal,
};
