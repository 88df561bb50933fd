import type { Scope, Slot } from '../feel/index.ts';
import type { Complain, Surroundings } from './compiling.ts';
import { noClause } from './complaints.ts';
import { figuresOf, settingType } from './figures.ts';
import { dayOrNull } from './law.ts';
import type { PackText } from './read-pack.ts';
import type { Constant } from './rule.ts';
import type { Clause, RuleText } from './schema.ts';
import { declaredWords, type Kind, mayReadTable } from './walls.ts';

/** The clauses a rule rests on; complains of one that is not there or is not sure enough. */
export function citedClauses(text: RuleText, around: Surroundings, complain: Complain): Clause[] {
  return text.clauses.flatMap((id, index) => {
    const found = around.clauses.get(id);
    if (!found) complain(['clauses', index], noClause(id));
    else if (found.clause.sureness === 'unconfirmed')
      complain(['clauses', index], {
        zh: `条款${id}待核实：只供展示，不能作为规则的依据，请改引已核原文或者转引的条款。`,
        en: `${id} is unconfirmed: it is shown, and drives no rule`,
      });
    return found ? [found.clause] : [];
  });
}

/** Figures of the clauses cited, and the days of the edition. A name that two clauses use must not be read: which one is meant? */
export function constantsOf(
  text: RuleText,
  cited: readonly Clause[],
  pack: PackText,
  around: Surroundings,
  complain: Complain,
): Constant[] {
  const constants: Constant[] = [];
  const extra = (text.except ?? []).flatMap((exception, index) =>
    (exception.clauses ?? []).flatMap((id, at) => {
      const found = around.clauses.get(id);
      if (!found) complain(['except', index, 'clauses', at], noClause(id));
      return found ? [found.clause] : [];
    }),
  );
  for (const clause of new Set([...cited, ...extra])) {
    for (const { name, type, value } of figuresOf(clause)) {
      const known = constants.find((constant) => constant.name === `clause.${name}`);
      if (known && known.value !== value)
        complain(['clauses'], {
          zh: `这些条款中有两条都有数值“${name}”而且不同：请给两个数值取不同的名称。`,
          en: `two of these clauses have a figure “${name}” and differ; give the figures different names`,
        });
      if (!known) constants.push({ name: `clause.${name}`, type, value, label: clause.heading });
    }
  }
  constants.push(
    {
      name: 'edition.from',
      type: 'day',
      value: dayOrNull(pack.instrument.inForce.from),
      label: { zh: '施行日期', en: 'the day it came into force' },
    },
    {
      name: 'edition.to',
      type: 'day',
      value: dayOrNull(pack.instrument.inForce.to),
      label: { zh: '失效日期', en: 'the day it ended' },
    },
  );
  return constants;
}

/** The names an expression of a rule may use. */
export function scopeOf(text: RuleText, kind: Kind, constants: readonly Constant[], around: Surroundings): Scope {
  const slots = new Map<string, Slot>();
  for (const { name, type, value } of constants)
    slots.set(name, { type: value === null ? 'null' : type, nullable: value === null });
  for (const [name, setting] of around.settings)
    slots.set(`setting.${name}`, { type: settingType(setting.type), nullable: false });
  if (text.every !== undefined)
    for (const name of ['period.start', 'period.end']) slots.set(name, { type: 'day', nullable: false });
  if (text.after !== undefined) slots.set('after.metOn', { type: 'day', nullable: false });
  return {
    vocabulary: around.vocabulary,
    variables: new Map([[kind.name, { ref: kind.name }]]),
    slots,
    literals: 'rule',
    declaredWords: declaredWords(around.vocabulary),
    wall: mayReadTable(text.purpose),
  };
}

const without = (scope: Scope, unwanted: (name: string) => boolean): Scope => ({
  ...scope,
  slots: new Map([...scope.slots].filter(([name]) => !unwanted(name))),
});
export const scopeWithoutPeriod = (scope: Scope): Scope =>
  without(scope, (name) => name.startsWith('period.') || name.startsWith('after.'));
