import type { Instant } from '@sallyport/core/calendar';
import { evidenceKind, opensGate, readingsOf, worst } from '@sallyport/core/duties';
import { clauseName } from '@sallyport/core/law';
import { implementQuery, type QueryHandler } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { conflictsOfDuty } from './conflicts-shown.ts';
import { showDuty } from './contract.ts';
import { decideStored } from './decide-stored.ts';
import { type DutyRow, instantText, itemOf, momentText, noPeriod, personsOf, statusOf } from './duty-row.ts';
import { itemsOf } from './list.ts';
import { dutiesOfSubject, historyOf, oneDuty } from './list-store.ts';
import { putOffOf } from './put-off-shown.ts';
import { reviewOf } from './review-shown.ts';
import type { SettleParts } from './settle.ts';
import { readPolicy } from './store.ts';

type OneParts = Pick<SettleParts, 'engine' | 'dayOf' | 'offset'>;

type Key = { readonly rule: string; readonly subject: string; readonly period: string | null };

/** A duty lies with its person and unit; whoever has to act sees it as well. */
export const dutyPlace: NonNullable<QueryHandler<Key, unknown>['place']> = async (
  tx,
  { rule, subject, period },
  actor,
) => {
  const row = await oneDuty(tx, rule, subject, period ?? noPeriod);
  if (row === null) return null;
  const own = actor.person !== null && row.assignee === actor.person;
  return { person: own ? actor.person : row.person, unit: row.unit };
};

export const implementOne = (parts: OneParts) =>
  implementQuery(showDuty, {
    place: dutyPlace,
    async answer(context, { rule: id, subject, period }) {
      const { tx, now } = context;
      const { engine } = parts.engine.own(await readPolicy(tx));
      const stored = period ?? noPeriod;
      const [rule, row] = [engine.rule(id), await oneDuty(tx, id, subject, stored)];
      if (rule === undefined || row === null) return refuse('request.not-found');
      const together = engine.law.rules.filter((one) => one.concerns === rule.concerns && one.subject === rule.subject);
      const members = await dutiesOfSubject(tx, [...new Set(together.map((one) => one.id))], subject, stored);
      const gates = [...new Set(rule.variants.flatMap((variant) => variant.gates))];
      const kind = await kindOfEvidence(tx, parts, row, now);
      const putOff = await putOffOf(context, engine.law, row);
      const passed =
        putOff.decisions.some((one) => one.kind === 'override' && one.inForce) && rule.override !== 'never';
      const settled = opensGate(statusOf(row.status));
      const conflicts = await conflictsOfDuty(context, engine, row);
      const conflict = conflicts.some(({ decision }) => decision === null);
      return {
        output: {
          duty: itemOf(rule, row),
          clauses: rule.clauses.map((clause) => ({
            id: clause,
            name: clauseName(engine.law, clause),
            sureness: engine.law.clauses.get(clause)?.clause.sureness ?? 'unconfirmed',
          })),
          answerable: rule.answerable,
          evidence: row.evidence.map((one) => ({ kind, id: one })),
          group: {
            concerns: rule.concerns,
            status: worst(members.map(({ status }) => statusOf(status))),
            members: members.flatMap((member) => itemsOf(engine, member)),
          },
          gates: gates.map((gate) => ({
            gate,
            opens: (settled || passed) && !conflict,
            overridden: !settled && passed,
            conflict,
          })),
          conflicts,
          putOff,
          review: await reviewOf(context, rule, row),
          history: (await historyOf(tx, id, subject, stored)).map((change) => ({
            version: change.version,
            effective: instantText(change.effective),
            recordedAt: instantText(change.recorded_at),
            status: change.status === null ? null : statusOf(change.status),
            due: momentText(rule, change.due),
            metOn: momentText(rule, change.met_on),
            evidence: [...change.evidence],
            cause: change.cause,
          })),
        },
        persons: personsOf([row, ...members]),
      };
    },
  });

/**
 * Of what kind the evidence is. Under an exception a rule may be met by something else than under itself, and a stored duty does not say
 * which was taken: only then it is decided once more.
 */
async function kindOfEvidence(tx: Transaction, parts: OneParts, row: DutyRow, now: Instant): Promise<string> {
  const readings = readingsOf(parts.engine.law.rules, row.rule);
  const all = readings.flatMap((rule) => rule.variants.map((_, taken) => evidenceKind(rule, taken)));
  const kinds = [...new Set(all.filter((kind) => kind !== null))];
  const [only = readings[0]?.subject ?? ''] = kinds;
  if (kinds.length <= 1 || row.evidence.length === 0) return only;
  const decided = await decideStored(tx, parts, row, now);
  if (decided === null || decided === 'too-many-facts') return only;
  return evidenceKind(decided.duty.rule, decided.duty.taken) ?? only;
}
