import type { confirmClause } from '@sallyport/server/contracts/law';
import type { z } from 'zod';
import type { ShownClause } from './clause-facts.tsx';
import type { FigureValue } from './figure-field.tsx';
import type { Resting } from './rests.tsx';

type Input = z.input<(typeof confirmClause)['input']>;
type Said = { readonly zh: string; readonly en: string };

/** What somebody writes who compares a clause with the official text: all of it as the program has it, until something is changed. */
export type Draft = {
  readonly number: string;
  readonly heading: Said;
  readonly gist: Said;
  readonly figures: Readonly<Record<string, FigureValue>>;
  readonly citation: string;
  readonly textOn: string;
  readonly textHash: string;
  readonly reason: string;
};

export const draftOf = (shown: ShownClause, { number, figures }: Resting): Draft => ({
  number: number ?? '',
  heading: shown.heading,
  gist: shown.gist,
  figures: Object.fromEntries(figures.map(({ name, value }) => [name, value])),
  citation: '',
  textOn: '',
  textHash: '',
  reason: '',
});

/** What the text says otherwise; a part that is as it was is not sent. */
export function proposalOf(draft: Draft, shown: ShownClause, rests: Resting): Input {
  const changed = (own: Said, was: Said): Said | null =>
    own.zh.trim() === was.zh && own.en.trim() === was.en ? null : { zh: own.zh.trim(), en: own.en.trim() };
  const number = draft.number.trim();
  return {
    clause: shown.clause,
    number: number === '' || number === rests.number ? null : number,
    heading: changed(draft.heading, shown.heading),
    gist: changed(draft.gist, shown.gist),
    figures: changedFigures(draft, rests),
    citation: draft.citation.trim(),
    textOn: draft.textOn,
    textHash: draft.textHash,
    reason: draft.reason.trim(),
  };
}

export function changedFigures(
  draft: Pick<Draft, 'figures'>,
  { figures, counts }: Pick<Resting, 'figures' | 'counts'>,
): Readonly<Record<string, FigureValue>> {
  const values = figures.flatMap(({ name, value }) => {
    const own = draft.figures[name] ?? value;
    return own === value ? [] : [[name, own] as const];
  });
  const { counts: way = counts } = draft.figures;
  // How days are counted is written beside the numbers, as the clause itself has it.
  return Object.fromEntries(way === null || way === counts ? values : [...values, ['counts', way] as const]);
}
