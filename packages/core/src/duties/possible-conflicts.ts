import type { Bilingual, Law, Rule } from '../law/index.ts';

/**
 * An act that one clause demands and another restrains, whoever it may touch. `reason` is the pack's; null where rules conflict and no pack
 * says why. The rules are those that read the two clauses and name the act: a clause that no register can show has none.
 */
export type PossibleConflict = {
  readonly act: string;
  readonly demands: string;
  readonly restrains: string;
  readonly reason: Bilingual | null;
  readonly demanding: readonly Rule[];
  readonly restraining: readonly Rule[];
};

/** One for each act and pair of clauses: as the packs declare them, then those of rules that conflict and of which nothing is declared. */
export function possibleConflicts(law: Law): PossibleConflict[] {
  const rules = law.rules.filter((rule) => rule.supersededFrom === null);
  const found = new Map<string, PossibleConflict>();
  const add = (act: string, demands: string, restrains: string, reason: Bilingual | null): void => {
    const key = `${act} ${demands} ${restrains}`;
    if (found.has(key)) return;
    const demanding = rules.filter((rule) => rule.demands.includes(act) && rule.clauses.includes(demands));
    const restraining = rules.filter((rule) => rule.restrains.includes(act) && rule.clauses.includes(restrains));
    found.set(key, { act, demands, restrains, reason, demanding, restraining });
  };
  for (const { act, demanded, restrained, reason } of law.editions.flatMap(({ conflicts }) => conflicts))
    for (const demands of demanded) for (const restrains of restrained) add(act, demands, restrains, reason);
  for (const { act, demanding, restraining } of conflictingRules(rules)) {
    const declared = [...found.values()].some(
      (one) => one.demanding.includes(demanding) && one.restraining.includes(restraining) && one.act === act,
    );
    if (!declared) add(act, demanding.clauses[0] ?? '', restraining.clauses[0] ?? '', null);
  }
  return [...found.values()];
}

const conflictingRules = (rules: readonly Rule[]) =>
  rules.flatMap((demanding) =>
    demanding.demands.flatMap((act) =>
      rules
        .filter((restraining) => restraining.restrains.includes(act))
        .map((restraining) => ({ act, demanding, restraining })),
    ),
  );
