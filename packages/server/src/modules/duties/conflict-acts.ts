import { formatDay } from '@sallyport/core/calendar';
import { gateActName } from '@sallyport/core/duties';
import { clauseName, type Law, type Rule } from '@sallyport/core/law';
import { z } from 'zod';
import type { QueryContext } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { type ActDetails, openActs, type RoomAct, type RoomActs } from '../identity/index.ts';
import { kindNamed, ownOrganisation, writeFact } from '../register/index.ts';
import { conflictWays } from './conflict-contract.ts';
import { personsOfDemand } from './conflict-store.ts';
import { conflictsIn } from './conflicts.ts';
import type { Engine } from './engine.ts';

const details = z.strictObject({
  rule: z.string(),
  subject: z.string(),
  act: z.string(),
  decision: z.enum(conflictWays),
});
export type ConflictDetails = z.infer<typeof details>;

const read = (given: ActDetails): ConflictDetails => details.parse(given);

export const ruleNamed = (law: Law, { id, title, clauses }: Rule) => ({
  rule: id,
  title,
  clauses: clauses.map((clause) => ({ id: clause, name: clauseName(law, clause) })),
});

type ConflictActParts = { readonly engine: Engine; readonly ids: { readonly uuid: () => string } };

/** The conflict as it stands; null where one side no longer asks for anything. */
export async function conflictNow(
  { tx, today }: Pick<QueryContext, 'tx' | 'today'>,
  engine: Engine,
  { rule, subject, act }: Pick<ConflictDetails, 'rule' | 'subject' | 'act'>,
) {
  const found = await conflictsIn(tx, engine, today, subject);
  return found.find((one) => one.row.rule === rule && one.act === act) ?? null;
}

/**
 * What to do where clauses collide: the program does not know which gives way, so two named persons say it, each in a session of their
 * own (DESIGN, PEOPLE.md). Neither is whom the duty is about.
 */
export function createConflictActs({ engine, ids }: ConflictActParts): RoomActs {
  const act: RoomAct = {
    async signing(tx, given) {
      const { rule, subject } = read(given);
      return {
        second: ['approver', 'unit-lead', 'counsel', 'security-officer'],
        persons: await personsOfDemand(tx, rule, subject),
      };
    },
    told(given) {
      const { rule: id, subject, act: name, decision } = read(given);
      const rule = engine.rule(id);
      if (rule === undefined) return null;
      const against = engine.law.rules.filter((one) => one.restrains.includes(name) && one.supersededFrom === null);
      return {
        about: 'conflict',
        ...ruleNamed(engine.law, rule),
        subject: { kind: rule.subject, id: subject },
        act: gateActName(name),
        decision,
        restraining: against.map((one) => ruleNamed(engine.law, one)),
      };
    },
    async confirm(context, { first, reason, details: given }) {
      const { rule, subject, act: name, decision } = read(given);
      const conflict =
        (await conflictNow(context, engine, { rule, subject, act: name })) ?? refuse('duties.no-conflict');
      const own = (await ownOrganisation(context.tx)) ?? refuse('duties.organisation-first');
      const fact = ids.uuid();
      const { fields } = await writeFact(context, kindNamed('conflictDecision'), fact, {
        organisation: own.id,
        act: name,
        rule,
        subject,
        decision,
        decidedOn: formatDay(context.today),
        reason,
        firstPerson: first,
        secondPerson: context.actor.account,
      });
      return { fields: { fact, ...fields }, person: conflict.row.person };
    },
  };
  return { 'conflict-decision': act };
}

/** What waits for its second person about one subject under one rule. */
export async function decisionsWaiting({ tx, now }: Pick<QueryContext, 'tx' | 'now'>, rule: string, subject: string) {
  const acts = await openActs(tx, new Date(now / 1000));
  return acts.flatMap(({ id, kind, endsAt, details: given }) => {
    if (kind !== 'conflict-decision' || given === null) return [];
    const one = read(given);
    if (one.rule !== rule || one.subject !== subject) return [];
    return [{ id, act: one.act, decision: one.decision, endsAt: endsAt.toISOString() }];
  });
}
