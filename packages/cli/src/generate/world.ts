import { type Day, formatDay } from '@sallyport/core/calendar';
import type { FactWriter } from './fact-writer.ts';
import { createRandom, type Random } from './random.ts';

type Candidates = { note(rule: string, subject: string): void; of(rule: string): readonly string[] };

function createCandidates(): Candidates {
  const rules = new Map<string, string[]>();
  return {
    note: (rule, subject) => {
      const subjects = rules.get(rule) ?? [];
      rules.set(rule, subjects);
      if (subjects.length < 5000) subjects.push(subject);
    },
    of: (rule) => rules.get(rule) ?? [],
  };
}

/** What every part of the generator works with. */
export type World = {
  readonly asOf: Day;
  /** Since when the organisation exists. */
  readonly established: Day;
  readonly people: number;
  readonly trips: number;
  readonly demo: boolean;
  readonly writer: FactWriter;
  /** A stream of its own for each part: more trips do not change the documents. */
  readonly random: (part: string) => Random;
  readonly name: () => string;
  /** Subjects that a waiver or a review may speak of, by rule; a few thousand at most. */
  readonly candidates: Candidates;
  /** The text of a day that has happened by the day of the register; null for a day ahead, which nobody can know yet. */
  readonly happened: (day: Day | null) => string | null;
  /** The text of a day that may lie ahead. */
  readonly day: (day: Day) => string;
};

export function createWorld(
  given: Pick<World, 'asOf' | 'established' | 'people' | 'trips' | 'demo' | 'writer' | 'name'> & {
    readonly seed: string;
  },
): World {
  // Days repeat by the million, and their text is dear.
  const texts = new Map<Day, string>();
  const text = (day: Day): string => {
    const known = texts.get(day) ?? formatDay(day);
    texts.set(day, known);
    return known;
  };
  return {
    ...given,
    candidates: createCandidates(),
    random: (part) => createRandom(given.seed, part),
    happened: (day) => (day === null || day > given.asOf ? null : text(day)),
    day: text,
  };
}
