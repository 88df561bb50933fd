import { type Day, parseDay } from '../calendar/index.ts';
import type { Revision } from './revision.ts';
import type { Bilingual, Rule } from './rule.ts';
import type { Clause, ConflictText, InstrumentText, NoParallel, Parallel, SettingText } from './schema.ts';

/** An edition as its newest revision reads it; `revisions` has all of them, oldest first. */
export type Edition = {
  readonly id: string;
  readonly instrument: InstrumentText;
  readonly from: Day;
  readonly to: Day | null;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly rules: readonly Rule[];
  readonly parallels: readonly Parallel[];
  readonly noParallels: readonly NoParallel[];
  readonly conflicts: readonly ConflictText[];
  readonly revisions: readonly Revision[];
};

/** A setting with the defaults its revisions have had, oldest first: each counts from the day its revision applies. */
export type Setting = SettingText & {
  readonly pack: string;
  readonly defaults: readonly { readonly from: Day; readonly value: number }[];
};

/** All packs read together: what evaluation, explanation and the command line work with. */
export type Law = {
  readonly editions: readonly Edition[];
  /** By id, and of one id by revision: a rule that several revisions read is there once for each. */
  readonly rules: readonly Rule[];
  /** By `<pack>/<clause>`, as the newest revision reads it. */
  readonly clauses: ReadonlyMap<string, { readonly clause: Clause; readonly edition: Edition }>;
  readonly settings: ReadonlyMap<string, Setting>;
};

export const dayOrNull = (text: string | null | undefined): Day | null => (text ? parseDay(text) : null);

/** How a clause is named to a reader: the instrument's short name and the number, or the heading where no number was read. */
export function clauseName(law: Pick<Law, 'clauses'>, id: string): Bilingual {
  const found = law.clauses.get(id);
  if (!found) return { zh: id, en: id };
  const { clause, edition } = found;
  const short = edition.instrument.short;
  const where = clause.number
    ? edition.instrument.jurisdiction === 'us'
      ? { zh: `第${clause.number}节`, en: `§ ${clause.number}` }
      : { zh: `第${clause.number}条`, en: `Article ${clause.number}` }
    : { zh: `“${clause.heading.zh}”`, en: `“${clause.heading.en}”` };
  return { zh: `${short.zh}${where.zh}`, en: `${short.en}, ${where.en}` };
}
