import { evidenceKind, opensGate, worst } from '@sallyport/core/duties';
import { clauseName } from '@sallyport/core/law';
import { implementQuery, type QueryHandler } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { showDuty } from './contract.ts';
import { instantText, itemOf, momentText, noPeriod, personsOf, statusOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { itemsOf } from './list.ts';
import { dutiesOfSubject, historyOf, oneDuty } from './list-store.ts';

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

export const implementOne = (engine: Engine) =>
  implementQuery(showDuty, {
    place: dutyPlace,
    async answer({ tx }, { rule: id, subject, period }) {
      const stored = period ?? noPeriod;
      const [rule, row] = [engine.rule(id), await oneDuty(tx, id, subject, stored)];
      if (rule === undefined || row === null) return refuse('request.not-found');
      const together = engine.law.rules.filter((one) => one.concerns === rule.concerns && one.subject === rule.subject);
      const members = await dutiesOfSubject(tx, [...new Set(together.map((one) => one.id))], subject, stored);
      const gates = [...new Set(rule.variants.flatMap((variant) => variant.gates))];
      const kinds = rule.variants.map((_, taken) => evidenceKind(rule, taken)).filter((kind) => kind !== null);
      return {
        output: {
          duty: itemOf(rule, row),
          clauses: rule.clauses.map((clause) => ({
            id: clause,
            name: clauseName(engine.law, clause),
            sureness: engine.law.clauses.get(clause)?.clause.sureness ?? 'unconfirmed',
          })),
          answerable: rule.answerable,
          evidence: row.evidence.map((one) => ({ kind: kinds[0] ?? rule.subject, id: one })),
          group: {
            concerns: rule.concerns,
            status: worst(members.map(({ status }) => statusOf(status))),
            members: members.flatMap((member) => itemsOf(engine, member)),
          },
          gates: gates.map((gate) => ({ gate, opens: opensGate(statusOf(row.status)) })),
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
