import { gateActs, type Law, type Met, type Rule } from '@sallyport/core/law';
import { type ApprovalRole, isApprovalRole, type Step } from '@sallyport/core/trips';
import type { SubjectDuty } from '../duties/index.ts';

/** The act that gates of a journey are for. */
export const departure = 'trip.depart';

/** Rules that a departure waits for. */
export const gateRules = (law: Law): Rule[] =>
  law.rules.filter((rule) => rule.subject === 'traveller' && gateActs(rule).includes(departure));

/** Rules that a departure waits for because of what is carried. */
export const carriedRules = (law: Law): Rule[] =>
  law.rules.filter((rule) => rule.subject === 'carriedItem' && gateActs(rule).includes(departure));

/** Rules that an interview after the return is for. */
export const debriefRules = (law: Law): Rule[] =>
  law.rules.filter(
    ({ subject, variants: [own] }) =>
      subject === 'traveller' && own.met !== null && own.met.form !== 'milestone' && own.met.kind === 'debrief',
  );

/** The roles whose approval meets a rule; none where it is met in another way. */
function rolesAskedBy(rule: Rule): readonly ApprovalRole[] {
  const met: Met | null = rule.variants[0].met;
  if (met === null || met.form === 'milestone' || met.kind !== 'approval') return [];
  // Where any one of several will do, the first is asked.
  const named = met.form === 'needs' ? (met.number === 'one' ? met.roles.slice(0, 1) : met.roles) : [];
  const matched = met.match.flatMap(({ field, to }) =>
    field === 'role' && to.form === 'literal' && typeof to.value === 'string' ? [to.value] : [],
  );
  return [...named, ...matched].filter(isApprovalRole);
}

/** Whether a rule is the house's own: nothing but policy is at stake. */
export const isPolicy = (law: Law, { pack }: Pick<Rule, 'pack'>): boolean =>
  law.editions.find(({ id }) => id === pack)?.instrument.kind === 'policy';

export type AskedStep = Step & { readonly duties: readonly SubjectDuty[] };

/** A step for each role and traveller that some duty asks for, however many duties do. */
export function stepsOf(law: Law, duties: readonly SubjectDuty[]): AskedStep[] {
  const asked = new Map<string, { readonly role: ApprovalRole; readonly duties: SubjectDuty[] }>();
  for (const duty of duties)
    for (const role of rolesAskedBy(duty.rule)) {
      const key = `${role} ${duty.subject}`;
      const step = asked.get(key) ?? { role, duties: [] };
      step.duties.push(duty);
      asked.set(key, step);
    }
  return [...asked.values()].map(({ role, duties: its }) => ({
    role,
    traveller: its[0]?.subject ?? '',
    policy: its.every(({ rule }) => isPolicy(law, rule)),
    otherwise: its.every(({ settled, overridden }) => settled || overridden),
    rules: [...new Set(its.map(({ rule }) => rule.id))],
    duties: its,
  }));
}
