import { type Day, parseDay } from '../calendar/index.ts';
import type { Bilingual, Rule } from './rule.ts';
import type { Clause, ConflictText, InstrumentText, NoParallel, Parallel, SettingText } from './schema.ts';

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
};

/** All packs read together: what evaluation, explanation and the command line work with. */
export type Law = {
  readonly editions: readonly Edition[];
  readonly rules: readonly Rule[];
  /** By `<pack>/<clause>`. */
  readonly clauses: ReadonlyMap<string, { readonly clause: Clause; readonly edition: Edition }>;
  readonly settings: ReadonlyMap<string, SettingText & { readonly pack: string }>;
};

export const dayOrNull = (text: string | null | undefined): Day | null => (text ? parseDay(text) : null);

/** How a clause is named to a reader: the instrument's short name and the number, or the heading where no number was read. */
export function clauseName(law: Law, id: string): Bilingual {
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
