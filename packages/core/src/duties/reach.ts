import { noDay, type Register, tableOf } from '../facts/index.ts';
import type { Law, Rule } from '../law/index.ts';

type Jurisdiction = Law['editions'][number]['instrument']['jurisdiction'];

/**
 * The rules of the instruments that speak to the organisations of a register. An instrument speaks where its country is the seat; one of the
 * United States also binds whoever took on its clearance (32 CFR 117), wherever the data lie: that is how both laws can speak at once. A
 * rule that follows one left out is left out with it.
 */
export function rulesInReach(law: Law, register: Register): readonly Rule[] {
  const reached = jurisdictionsOf(register);
  if (reached === null) return law.rules;
  const packs = new Set(
    law.editions.filter(({ instrument }) => reached.has(instrument.jurisdiction)).map((edition) => edition.id),
  );
  const ids = new Map(law.rules.map((rule) => [rule.id, rule]));
  const within = (rule: Rule | undefined): boolean =>
    rule !== undefined && packs.has(rule.pack) && (rule.after === null || within(ids.get(rule.after)));
  const rules = law.rules.filter(within);
  return rules.length === law.rules.length ? law.rules : rules;
}

/** Null where the register names no organisation: nothing is known of its seat, so nothing is left out. */
function jurisdictionsOf(register: Register): ReadonlySet<Jurisdiction> | null {
  const { ids, columns } = tableOf(register, 'organisation');
  const { seat, clearedSince } = columns;
  if (ids.length === 0 || seat?.type !== 'word') return null;
  const reached = new Set<Jurisdiction>(['any']);
  ids.forEach((_, row) => {
    const word = register.words.words[seat.values[row] ?? -1];
    if (word === 'cn' || word === 'us') reached.add(word);
    if (clearedSince?.type === 'day' && (clearedSince.values[row] ?? noDay) !== noDay) reached.add('us');
  });
  return reached;
}
