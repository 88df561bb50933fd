import { statusCode } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import { peopleNamed, unitsUnder } from '../register/index.ts';
import type { Engine } from './engine.ts';
import type { DutyFilter } from './list-store.ts';

/** What a list of duties is limited to, as it is asked for. */
export type AskedFilter = {
  readonly status?: readonly Status[] | undefined;
  readonly instrument?: string | undefined;
  readonly clause?: string | undefined;
  readonly rule?: string | undefined;
  readonly bearer?: string | undefined;
  readonly unit?: string | undefined;
  readonly person?: string | undefined;
  readonly assignee?: string | undefined;
  readonly find?: string | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueBefore?: string | undefined;
  readonly subject?: string | undefined;
};

/** People of one name that a search goes by; where more bear it, more of the name is to be typed. */
const mostNamed = 500;

export async function filterOf(tx: Transaction, engine: Engine, asked: AskedFilter): Promise<DutyFilter> {
  const { status, unit, find, bearer, person, assignee, dueFrom, dueBefore, subject } = asked;
  return {
    bearer,
    person,
    assignee,
    dueFrom,
    dueBefore,
    subject,
    status: status?.map(statusCode),
    rules: rulesAsked(engine, asked),
    units: unit === undefined ? undefined : await unitsUnder(tx, unit),
    people: find === undefined ? undefined : await peopleNamed(tx, find, mostNamed),
  };
}

/** Undefined where every rule is meant; a rule has to satisfy all that was asked. */
export function rulesAsked(
  { law }: Pick<Engine, 'law'>,
  { instrument, clause, rule }: Pick<AskedFilter, 'instrument' | 'clause' | 'rule'>,
): string[] | undefined {
  if (instrument === undefined && clause === undefined) return rule === undefined ? undefined : [rule];
  const meant = law.rules.filter(
    ({ id, pack, clauses }) =>
      (instrument === undefined || pack === instrument) &&
      (clause === undefined || clauses.includes(clause)) &&
      (rule === undefined || id === rule),
  );
  return [...new Set(meant.map(({ id }) => id))];
}
