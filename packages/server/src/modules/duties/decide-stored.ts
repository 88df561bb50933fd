import { type Day, endOfDay, type Instant, parseDay } from '@sallyport/core/calendar';
import { Explainer, type Question, Relations, readingsOf, type Traced } from '@sallyport/core/duties';
import { type Register, tableOf } from '@sallyport/core/facts';
import { chosenReading, type Law, type Rule, revisionReading } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type DutyRow, isOpen, noPeriod, periodOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { oneDuty } from './list-store.ts';
import { neighbourhoodOf } from './neighbourhood.ts';
import type { SettleParts } from './settle.ts';
import { readPolicy } from './store.ts';

export type Decided = {
  readonly duty: Traced;
  readonly register: Register;
  readonly question: Question;
  /** As the organisation has it. */
  readonly law: Law;
};

/** A stored duty decided once more by the back end that explains, from the facts around its subject alone. */
export async function decideStored(
  tx: Transaction,
  { engine: base, dayOf, offset }: Pick<SettleParts, 'engine' | 'dayOf' | 'offset'>,
  stored: DutyRow,
  now: Instant,
): Promise<Decided | 'too-many-facts' | null> {
  const { engine, settings } = base.own(await readPolicy(tx));
  const { calendars, law } = engine;
  const chain = chainOf(engine, stored.rule);
  if (chain.length === 0) return null;
  const register = await neighbourhoodOf(tx, chain, stored.subject);
  if (register === null) return 'too-many-facts';
  const asOf = dayOf(now);
  const common = { asOf, endOfDay: endOfDay(asOf, offset), calendars, settings };
  const question: Question = { ...common, rules: await readAs(tx, engine, chain, stored, asOf) };
  // Limits in hours are judged now; days are told by the clock of the seat.
  const duty = decide({ ...question, endOfDay: now }, register, stored);
  return duty === null ? null : { duty, register, question, law };
}

/** The readings of a rule, and of those that go before it. */
function chainOf(engine: Engine, id: string | null): Rule[] {
  const own = readingsOf(engine.law.rules, id);
  return own.length === 0 ? [] : [...own, ...chainOf(engine, own[0]?.after ?? null)];
}

/** The rules, and of those of the chain that are stored the one reading that reads them (DECISIONS 5). */
async function readAs(
  tx: Transaction,
  { law, revised }: Engine,
  chain: readonly Rule[],
  stored: DutyRow,
  asOf: Day,
): Promise<readonly Rule[]> {
  const chosen = new Map<string, Rule | undefined>();
  if (!revised.has(stored.rule)) return law.rules;
  for (const id of new Set(chain.map((rule) => rule.id))) {
    const row = id === stored.rule ? stored : await oneDuty(tx, id, stored.subject, noPeriod);
    const revisions = law.editions.find(({ id: pack }) => pack === chain[0]?.pack)?.revisions ?? [];
    if (row === null) continue;
    // A duty that was triggered under a revision is stored as read by that one or a later one: the first day stands for its trigger day.
    const on = revisions[0]?.appliesFrom ?? asOf;
    const number = revisionReading(revisions, { on, settledUnder: isOpen(row) ? null : row.revision }, asOf);
    chosen.set(
      id,
      chain.find((rule) => rule.id === id && rule.revision === number),
    );
  }
  return law.rules.flatMap((rule) => {
    const reading = chosen.get(rule.id);
    if (reading === undefined) return [rule];
    return reading === rule ? [chosenReading(rule)] : [];
  });
}

function decide(question: Question, register: Register, { rule, subject, period }: DutyRow): Traced | null {
  const explainer = new Explainer(register, new Relations(register), question);
  const [own, wanted] = [periodOf(period), readingsOf(question.rules, rule)];
  const begins = own === null ? null : parseDay(own);
  for (const reading of wanted) {
    const row = tableOf(register, reading.subject).ids.indexOf(subject);
    if (row < 0) return null;
    const found = explainer.decide(reading, row).find((duty) => duty.period === begins);
    if (found !== undefined) return found;
  }
  return null;
}
