import { reversePathsOf } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { boundOf, type Law, type Rule, type Setting } from '@sallyport/core/law';

/** The rules that read a setting, as the newest revision reads each. */
export const rulesReading = (law: Law, name: string): Rule[] =>
  law.rules.filter(({ settings, supersededFrom }) => supersededFrom === null && settings.includes(name));

/** Found from the rules and not declared: a policy touches staff where a rule that reads it names who has to act. */
export const touchesStaff = (rules: readonly Rule[]): boolean => rules.some(({ assignee }) => assignee !== null);

const sensitiveKinds: ReadonlySet<string> = new Set(
  [...vocabulary.kinds.values()].flatMap(({ name, fields }) =>
    Object.values(fields).some(({ personal }) => personal === 'sensitive') ? [name] : [],
  ),
);

/** It makes the organisation handle sensitive data (PIPL 28) where a rule that reads it asks for facts that hold such. */
export const touchesSensitive = (law: Law, rules: readonly Rule[]): boolean =>
  rules.some((rule) => [...reversePathsOf(rule, law.rules).keys()].some((kind) => sensitiveKinds.has(kind)));

/** Settings that may be no looser than a figure of the clause. */
export const settingsBoundBy = (law: Law, clause: string): Setting[] =>
  [...law.settings.values()].filter(
    ({ notLooserThan }) => notLooserThan !== undefined && boundOf(notLooserThan).clause === clause,
  );
