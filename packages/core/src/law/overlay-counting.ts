import { type Correction, correctionRefusal, correctLaw } from './correct.ts';
import type { Law } from './law.ts';
import type { Confirmation } from './overlay.ts';
import { isCounting, recountedFigures } from './recount.ts';
import type { Bilingual } from './rule.ts';
import type { Clause } from './schema.ts';

type Figures = NonNullable<Clause['figures']>;

/** A clause that an overlay counts in other days than its pack does. */
export type Recount = { readonly correction: Correction; readonly fault: (message: Bilingual) => void };

/**
 * The figures with which the pack's rules are compiled although an overlay counts them in other days: the overlay's own numbers, of the kind
 * that the rules were written for. Null where it counts as the pack does.
 */
export function compiledFigures(pack: Figures | undefined, overlay: Figures | undefined): Figures | null {
  const [before, after] = [pack?.['counts'], overlay?.['counts']];
  if (overlay === undefined || !isCounting(before) || !isCounting(after) || before === after) return null;
  return recountedFigures(overlay, before);
}

export const recountOf = (clause: string, counts: string, confirmed: Confirmation): Correction => ({
  clause,
  number: null,
  heading: null,
  gist: null,
  figures: { counts },
  confirmed,
});

/** The law with its terms counted as the overlays say, as two people of an organisation correct them (docs/decisions/0068). */
export function recounted(law: Law, recounts: readonly Recount[]): Law {
  const able = recounts.filter(({ correction, fault }) => {
    const refusal = correctionRefusal(law, correction);
    if (refusal !== null) fault(countedInRule);
    return refusal === null;
  });
  return correctLaw(
    law,
    able.map(({ correction }) => correction),
  );
}

const countedInRule = {
  zh: '不能改变计日方式：有规则或者参数以别的方式读取这个期限，而不是在某日之后加上它。请在规则包里改写那条规则，作为新的修订。',
  en: 'counts cannot be turned here: a rule or a setting reads this term otherwise than by adding it to a day; write that rule anew in a revision of its pack',
};
