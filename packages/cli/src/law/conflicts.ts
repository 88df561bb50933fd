import { type PossibleConflict, possibleConflicts } from '@sallyport/core/duties';
import { clauseName, type Law } from '@sallyport/core/law';
import type { Output } from '../output.ts';
import { type Phrase, phrase } from '../words.ts';

type Pair = { readonly demands: string; readonly restrains: string; readonly reason: Phrase };

const conflictWords = {
  zh: '可能冲突：{demands}要求的事，{restrains}加以限制。{reason}',
  en: 'Possible conflict: what {demands} demands, {restrains} restrains. {reason}',
};

/** Acts that one clause demands and another restrains: shown, never resolved by the program. One line for each pair of clauses. */
export function sayConflicts(law: Law, out: Output): void {
  const told = new Set<string>();
  for (const conflict of possibleConflicts(law)) {
    for (const { demands, restrains, reason } of pairsOf(law, conflict)) {
      if (told.has(`${demands} ${restrains}`)) continue;
      told.add(`${demands} ${restrains}`);
      const values = { demands: clauseName(law, demands), restrains: clauseName(law, restrains), reason };
      out.line(phrase(conflictWords, out.language, values).trimEnd());
    }
    const { act, demanding, restraining } = conflict;
    const reason = declaredIn(law).find((one) => one.act === act)?.reason;
    out.data({ conflict: { act, demands: demanding.id, restrains: restraining.id, reason } });
  }
}

const declaredIn = (law: Law) => law.editions.flatMap((edition) => edition.conflicts);

/** The pairs of clauses that were declared, with their reason; where none was, the first clause of each rule. */
function pairsOf(law: Law, { act, demanding, restraining }: PossibleConflict): Pair[] {
  const pairs = demanding.clauses.flatMap((demands) =>
    restraining.clauses.flatMap((restrains) =>
      declaredIn(law)
        .filter((one) => one.act === act && one.demanded.includes(demands) && one.restrained.includes(restrains))
        .map(({ reason }): Pair => ({ demands, restrains, reason })),
    ),
  );
  if (pairs.length > 0) return pairs;
  const none = { zh: '', en: '' };
  return [{ demands: demanding.clauses[0] ?? '', restrains: restraining.clauses[0] ?? '', reason: none }];
}
