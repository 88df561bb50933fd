import { reaches } from '@sallyport/core/access';
import { gateActName } from '@sallyport/core/duties';
import { hasClassifiedMark } from '@sallyport/core/facts';
import { type ImplementedAction, implementAction, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { askSecond } from '../identity/index.ts';
import { kindNamed, takeAway } from '../register/index.ts';
import { conflictNow, createConflictActs, decisionsWaiting, ruleNamed } from './conflict-acts.ts';
import { decideConflict, dutiesInConflict, withdrawConflict } from './conflict-contract.ts';
import { decisionsAbout, personsOfDemand, placeOfDemand } from './conflict-store.ts';
import { conflictsIn } from './conflicts.ts';
import { decisionsOf } from './conflicts-shown.ts';
import { periodOf, personsOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import type { PutOffParts } from './put-off.ts';

const mostShown = 100;

/** Asked for by one person, decided when another has signed (conflict-acts.ts). */
export function implementConflict(parts: PutOffParts): ImplementedAction {
  const acts = createConflictActs(parts);
  return implementAction(decideConflict, {
    place: (tx, { rule, subject }) => placeOfDemand(tx, rule, subject),
    async handle(context, { rule, subject, act: name, decision, reason }) {
      const { actor } = context;
      if (hasClassifiedMark(reason)) refuse('register.classified-mark');
      const conflict = (await conflictNow(context, parts.engine, { rule, subject, act: name })) ?? null;
      if (conflict === null) return refuse('duties.no-conflict');
      const { row } = conflict;
      if (actor.person !== null && [row.assignee, row.person].includes(actor.person)) refuse('duties.own-duty');
      const waiting = await decisionsWaiting(context, rule, subject);
      if (waiting.some((one) => one.act === name)) refuse('duties.already-asked');
      const details = { rule, subject, act: name, decision };
      const act = { kind: 'conflict-decision', subject: null, role: null, unit: row.unit, reason, details } as const;
      const signing = await acts['conflict-decision']?.signing(context.tx, details);
      const output = await askSecond(context, parts, act, signing ?? { second: [], persons: [] });
      const fields = { kind: act.kind, ...details, reason };
      return { output, entry: { subject: `two-person-act/${output.act}`, fields, person: row.person } };
    },
  });
}

/** One person may: it holds the act again and lets nothing happen (docs/decisions/0096). */
export const implementWithdrawConflict = (): ImplementedAction =>
  implementAction(withdrawConflict, {
    place: (tx, { rule, subject }) => placeOfDemand(tx, rule, subject),
    async handle(context, { rule, subject, act, reason }) {
      const { tx, actor } = context;
      if (hasClassifiedMark(reason)) refuse('register.classified-mark');
      const persons = await personsOfDemand(tx, rule, subject);
      if (actor.person !== null && persons.includes(actor.person)) refuse('duties.own-conflict');
      const [last, ...replaced] = await decisionsAbout(tx, rule, subject, act);
      if (last === undefined) return refuse('duties.conflict-undecided');
      const facts = [last, ...replaced];
      for (const id of facts) await takeAway(context, kindNamed('conflictDecision'), id, reason);
      const entry = { subject: `conflictDecision/${last}`, fields: { rule, subject, act, facts, reason } };
      return { output: { withdrawn: facts.length }, entry };
    },
  });

export const implementConflicts = (engine: Engine) =>
  implementQuery(dutiesInConflict, {
    async answer({ tx, scope, today }) {
      const all = (await conflictsIn(tx, engine, today, null)).filter(({ row }) => reaches(scope, row));
      const inOrder = [...all.filter((one) => one.decision === null), ...all.filter((one) => one.decision !== null)];
      const shown = inOrder.slice(0, mostShown);
      const decisions = await decisionsOf(tx, shown);
      return {
        output: {
          conflicts: shown.map(({ act, rule, row, restraining, decision }) => ({
            act,
            name: gateActName(act),
            duty: {
              rule: rule.id,
              subject: row.subject,
              period: periodOf(row.period),
              kind: rule.subject,
              title: rule.title,
            },
            restraining: restraining.map((one) => ruleNamed(engine.law, one)),
            decision: decisions.get(decision ?? '') ?? null,
          })),
          more: inOrder.length > shown.length,
        },
        persons: personsOf(shown.map(({ row }) => row)),
      };
    },
  });
