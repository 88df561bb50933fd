import { statusCode } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import { peopleNamed, unitsUnder } from '../register/index.ts';
import type { Engine } from './engine.ts';
import type { DutyFilter } from './list-store.ts';
import { programmeStart } from './today-store.ts';

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
  readonly backlog?: 'apart' | 'only' | undefined;
  readonly subject?: string | undefined;
};

/** People of one name that a search goes by; where more bear it, the list says so, and more of the name is to be typed. */
const mostNamed = 500;

export async function filterOf(tx: Transaction, engine: Engine, asked: AskedFilter): Promise<DutyFilter> {
  const { status, unit, find, bearer, person, assignee, dueFrom, dueBefore, backlog, subject } = asked;
  return {
    bearer,
    person,
    assignee,
    dueFrom,
    dueBefore,
    subject,
    backlog: backlog === undefined ? undefined : { which: backlog, start: await programmeStart(tx) },
    status: status?.map(statusCode),
    rules: rulesAsked(engine, asked),
    units: unit === undefined ? undefined : await unitsUnder(tx, unit),
    found: find === undefined ? undefined : await foundBy(tx, engine, find),
  };
}

async function foundBy(tx: Transaction, engine: Engine, find: string): Promise<NonNullable<DutyFilter['found']>> {
  const people = await peopleNamed(tx, find, mostNamed + 1);
  return { people: people.slice(0, mostNamed), cut: people.length > mostNamed, rules: rulesTitled(engine, find) };
}

/** Rules whose title holds what was typed, in either language; capitals make no difference. */
function rulesTitled({ law }: Pick<Engine, 'law'>, find: string): string[] {
  const wanted = folded(find);
  const meant = law.rules.filter(({ title }) => folded(title.zh).includes(wanted) || folded(title.en).includes(wanted));
  return [...new Set(meant.map(({ id }) => id))];
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

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
