import { type Day, dayOf, formatDay, parseDay } from '@sallyport/core/calendar';
import { vocabulary } from '@sallyport/core/facts';
import { CliFailure } from '../failure.ts';
import { writeDecisions } from './decisions.ts';
import { writeEducation } from './education.ts';
import { createFactWriter, type Sink } from './fact-writer.ts';
import { writeJourneys } from './journeys.ts';
import { createNames } from './names.ts';
import { writeOrganisation } from './organisation.ts';
import { writePeople } from './people.ts';
import { writeProgramme } from './programme.ts';
import { writeRecords } from './records.ts';
import { createWorld } from './world.ts';
import { writeYears } from './yearly.ts';

/** Trips are spread around this day unless another is given: the same seed gives the same bytes next year. */
export const defaultAsOf = '2026-11-23';

export type GenerateOptions = {
  readonly people: number;
  readonly trips: number;
  readonly seed: string;
  readonly asOf: string;
  readonly demo: boolean;
  /** Only these kinds and what they must point at; null: all. The facts that are written are the same. */
  readonly kinds: ReadonlySet<string> | null;
};

/** Writes a synthetic register and returns how many facts of each kind there are. */
export function generateRegister(
  options: GenerateOptions,
  sink: Sink,
  progress: (done: number, total: number) => void = () => {},
): Map<string, number> {
  // A young organisation has few years behind it, and its demo is short enough to read.
  const founded = options.demo ? 2021 : 1998;
  const established = dayOf(founded, 3, 15) ?? 0;
  const asOf = dayFor(options.asOf, founded);
  const wanted = options.kinds === null ? null : withTargets(options.kinds);
  const writer = createFactWriter(sink, wanted);
  const names = createNames(options.seed);
  const world = createWorld({ ...options, asOf, established, writer, name: () => names().name });
  const staff = writePeople(world, writeOrganisation(world));
  writeProgramme(world);
  writeYears(world);
  writeEducation(world, staff);
  writeJourneys(world, staff, (done) => progress(done, options.trips));
  writeRecords(world);
  writeDecisions(world);
  writer.end();
  const kinds = [...vocabulary.kinds.keys()].filter((kind) => wanted === null || wanted.has(kind));
  return new Map(kinds.map((kind) => [kind, writer.count(kind)]));
}

/** The register needs some years behind the day and some before it, all of which have to be days that can be written. */
function dayFor(text: string, founded: number): Day {
  const day = parseDay(text);
  if (day === null)
    throw new CliFailure(
      { zh: '“{day}”不是有效日期。请写成 2026-11-23 的形式。', en: '"{day}" is no day. Write it as 2026-11-23.' },
      { day: text },
    );
  const first = dayOf(founded + 2, 3, 15) ?? day;
  const last = dayOf(2195, 12, 31) ?? day;
  if (day >= first && day <= last) return day;
  throw new CliFailure(
    { zh: '--as-of {day}：应在 {first} 至 {last} 之间。', en: '--as-of {day}: give a day from {first} to {last}.' },
    { day: text, first: formatDay(first), last: formatDay(last) },
  );
}

/** A fact cannot stand without what it points at. */
function withTargets(kinds: ReadonlySet<string>): Set<string> {
  const all = new Set(kinds);
  for (const name of all) {
    // The set grows while it is walked, and what is added is walked as well.
    for (const { to } of Object.values(vocabulary.kinds.get(name)?.fields ?? {})) if (to !== undefined) all.add(to);
  }
  return all;
}
