import type { Edition, Law } from './law.ts';
import type { PackText } from './read-pack.ts';

export type OfficialLine = NonNullable<Edition['instrument']['line']> & { readonly edition: string };

/**
 * The line of a country on which espionage is reported straight to the state, as its newest edition names it; null where no pack of that
 * country does. It is law and not a setting: every page shows it (PEOPLE.md, "Hiding the official line").
 */
export function officialLine(law: Pick<Law, 'editions'>, country: string): OfficialLine | null {
  const naming = law.editions
    .filter(({ instrument, to }) => instrument.jurisdiction === country && instrument.line !== undefined && to === null)
    .toSorted((one, other) => one.from - other.from)
    .at(-1);
  return naming?.instrument.line === undefined ? null : { ...naming.instrument.line, edition: naming.id };
}

/** A number that people are told to call was read in the text itself, or is not told. */
export function checkLine({ instrument, instrumentFile, clauses }: PackText): void {
  const { line } = instrument;
  if (line === undefined || clauses.some(({ clause }) => clause.id === line.clause && clause.sureness === 'text'))
    return;
  instrumentFile.fault(['line', 'clause'], {
    zh: '举报电话须出自本规则包中已核原文（sureness: text）的条款：请改正，或者删去line。',
    en: 'the official line rests on a clause of this pack whose text was read (sureness: text); correct it or drop the line',
  });
}
