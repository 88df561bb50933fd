import { addDays, formatDay, parseDay } from '@sallyport/core/calendar';
import { actsOf, exampleRegister, gateOf, questionOf } from '@sallyport/core/duties';
import { type Kind, tableOf, vocabulary } from '@sallyport/core/facts';
import { type ExampleText, gateActs, type Rule } from '@sallyport/core/law';
import { expect, it } from 'vitest';
import { calendars, readPacks } from '../../packages/cli/src/law/read-packs.ts';

const { law } = readPacks();
const known = calendars();
const gating = law.rules.filter((rule) => gateActs(rule).length > 0);

/** What an act is done to, and the day it is planned for; null where the record has no such day. */
const acts: Readonly<Record<string, { readonly kind: string; readonly planned: string | null }>> = {
  'assignment.start': { kind: 'assignment', planned: 'startsOn' },
  'clearance.access': { kind: 'clearance', planned: 'accessOn' },
  'engagement.start': { kind: 'engagement', planned: 'startsOn' },
  'handover.give': { kind: 'handover', planned: 'givesOn' },
  'internalRule.publish': { kind: 'internalRule', planned: null },
  'materials.release': { kind: 'exchangeActivity', planned: 'startsOn' },
  'meeting.hold': { kind: 'meeting', planned: 'heldOn' },
  'movement.carryAbroad': { kind: 'movement', planned: 'movesOn' },
  'movement.carryOut': { kind: 'movement', planned: 'movesOn' },
  'processingActivity.start': { kind: 'processingActivity', planned: 'startsOn' },
  'publication.publish': { kind: 'publication', planned: null },
  'trip.depart': { kind: 'trip', planned: 'departsOn' },
};

const rowsOf = (given: ExampleText['facts'][string] = {}) => (Array.isArray(given) ? given : [given]);

const kindOf = (name: string): Kind => {
  const kind = vocabulary.kinds.get(name);
  if (!kind) throw new Error(`there is no kind ${name}`);
  return kind;
};

/**
 * An example in which the rule is met, or what it forbids is there, taken back to the day its records were written down: nothing has happened to
 * them yet, no evidence is there, and the act is planned for some day ahead, or for no day yet.
 */
function merelyPlanned(rule: Rule, act: string, ahead: number | null): { facts: ExampleText['facts']; asOf: string } {
  const met = exampleOf(rule, rule.forbids ? 'review' : 'met');
  const { kind, planned } = acts[act] ?? { kind: '', planned: null };
  const evidence = rule.variants.flatMap((variant) =>
    variant.met && variant.met.form !== 'milestone' ? [variant.met.kind] : [],
  );
  const facts: Record<string, ExampleText['facts'][string]> = Object.fromEntries(
    Object.entries(met.facts).filter(([name]) => !evidence.includes(name)),
  );
  const today = parseDay(met.asOf) ?? 0;
  for (const name of new Set([rule.subject, kind])) {
    const { happened, fields } = kindOf(name);
    facts[name] = rowsOf(met.facts[name]).map((row) => ({
      ...Object.fromEntries(
        Object.entries(row).filter(
          ([field]) => fields[field]?.timing !== 'milestone' && fields[field]?.timing !== 'planned',
        ),
      ),
      [happened]: met.asOf,
      ...(name === kind && planned !== null && (ahead !== null || fields[planned]?.nullable === false)
        ? { [planned]: formatDay(addDays(today, ahead ?? 30) ?? 0) }
        : {}),
    }));
  }
  return { facts, asOf: met.asOf };
}

function exampleOf(rule: Rule, label: 'met' | 'review'): ExampleText {
  const found = rule.examples.find((example) => example.case === label);
  if (!found) throw new Error(`${rule.id} has no example called ${label}`);
  return found;
}

function holds(rule: Rule, act: string, facts: ExampleText['facts'], asOf: string): boolean {
  const { settings } = exampleOf(rule, 'met');
  const asked = settings === undefined ? {} : { settings };
  const register = exampleRegister({ case: 'other', asOf, facts, expect: 'none', ...asked }, vocabulary, rule.subject);
  if ('zh' in register) throw new Error(`${rule.id}: ${register.en}`);
  const question = questionOf(law, register, parseDay(asOf) ?? 0, known);
  const { kind } = acts[act] ?? { kind: '' };
  return tableOf(register, kind).ids.some((_, row) =>
    gateOf(act, { kind, row }, { law, register, vocabulary, question, conflicts: [] }).groups.some(({ duties }) =>
      duties.some((one) => one.duty.rule.id === rule.id && one.holds),
    ),
  );
}

it('knows of every act that waits for a duty what it is done to', () => {
  expect(Object.keys(acts)).toEqual(actsOf(law).filter((act) => gating.some((rule) => gateActs(rule).includes(act))));
});

it.each(gating.flatMap((rule) => gateActs(rule).map((act) => [rule.id, act, rule] as const)))(
  '%s holds %s from the day it is planned until the duty is met',
  (_, act, rule) => {
    for (const ahead of [30, null]) {
      const { facts, asOf } = merelyPlanned(rule, act, ahead);
      expect(holds(rule, act, facts, asOf), `planned for ${ahead === null ? 'no day yet' : 'a day ahead'}`).toBe(true);
    }
    const met = exampleOf(rule, 'met');
    expect(holds(rule, act, met.facts, met.asOf), 'met').toBe(false);
  },
);
