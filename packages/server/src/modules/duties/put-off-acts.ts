import { formatDay } from '@sallyport/core/calendar';
import { clauseName } from '@sallyport/core/law';
import { z } from 'zod';
import type { Context, QueryContext } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { type ActDetails, openActs, type RoomAct } from '../identity/index.ts';
import { kindNamed, ownOrganisation, writeFact } from '../register/index.ts';
import { noPeriod } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { oneDuty } from './list-store.ts';
import { type PutOffKind, putOffKinds } from './put-off-contract.ts';
import { readingOf, requireEnd, requirePossible } from './put-off-rules.ts';

/** What is put down with the act until it is signed. */
const details = z.strictObject({
  rule: z.string(),
  subject: z.string(),
  period: z.string().nullable(),
  authority: z.string().nullable(),
  until: z.string(),
});
export type PutOffDetails = z.infer<typeof details>;

const read = (given: ActDetails): PutOffDetails => details.parse(given);

type PutOffActParts = { readonly engine: Engine; readonly ids: { readonly uuid: () => string } };

/**
 * What two persons decide about a duty. Whoever approves, leads the unit, counsels or keeps security may sign, but nobody the duty is
 * about. The auditor is not among them: they look at such decisions afterwards.
 */
export function createPutOffActs({ engine, ids }: PutOffActParts): Readonly<Record<PutOffKind, RoomAct>> {
  const { law } = engine;

  const actOf = (kind: PutOffKind): RoomAct => ({
    async signing(tx, given) {
      const { rule, subject, period } = read(given);
      const row = await oneDuty(tx, rule, subject, period ?? noPeriod);
      const persons = [row?.person, row?.assignee].flatMap((person) => person ?? []);
      return { second: ['approver', 'unit-lead', 'counsel', 'security-officer'], persons };
    },
    told(given) {
      const { rule: id, subject, period, authority, until } = read(given);
      const rule = engine.rule(id);
      if (rule === undefined) return null;
      const clauses = rule.clauses.map((clause) => ({ id: clause, name: clauseName(law, clause) }));
      return {
        about: 'duty',
        rule: id,
        title: rule.title,
        clauses,
        subject: { kind: rule.subject, id: subject },
        period,
        authority,
        until,
      };
    },
    async confirm(context, { first, reason, details: given }) {
      const { tx, actor, today } = context;
      const { rule: id, subject, period, authority, until } = read(given);
      const row = (await oneDuty(tx, id, subject, period ?? noPeriod)) ?? refuse('request.not-found');
      const rule = readingOf(law, row) ?? refuse('request.not-found');
      requirePossible(law, kind, rule, row);
      requireEnd(until, today);
      const own = (await ownOrganisation(tx)) ?? refuse('duties.organisation-first');
      const fact = ids.uuid();
      const { fields } = await writeFact(context, kindNamed(kind), fact, {
        organisation: own.id,
        rule: id,
        subject,
        grantedOn: formatDay(today),
        until,
        reason,
        firstPerson: first,
        secondPerson: actor.account,
        ...(kind === 'waiver' ? { period, authority } : {}),
      });
      return { fields: { fact, ...fields }, person: row.person };
    },
  });

  return { waiver: actOf('waiver'), override: actOf('override') };
}

const isPutOff = (kind: string): kind is PutOffKind => (putOffKinds as readonly string[]).includes(kind);

/** Acts about one duty that wait for their second person. */
export async function waitingFor(
  { tx, now, actor }: Pick<Context, 'tx' | 'now' | 'actor'> | QueryContext,
  key: Pick<PutOffDetails, 'rule' | 'subject' | 'period'>,
) {
  const waiting = [];
  for (const { id, kind, first, endsAt, details: given } of await openActs(tx, new Date(now / 1000))) {
    if (!isPutOff(kind) || given === null) continue;
    const { rule, subject, period, until } = read(given);
    if (rule !== key.rule || subject !== key.subject || period !== key.period) continue;
    waiting.push({ act: id, kind, until, endsAt: endsAt.toISOString(), mine: first === actor.account });
  }
  return waiting;
}
