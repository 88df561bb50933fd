import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CalendarData, parseDay, type WorkingDays, workingDays } from '@sallyport/core/calendar';
import { vocabulary } from '@sallyport/core/facts';
import { formatProblem, type Law, readLaw } from '@sallyport/core/law';
import { packsFolder } from '@sallyport/packs';

/** The texts of one pack by their path within it. */
export function packTexts(folder: string, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      for (const [name, text] of packTexts(path, `${prefix}${entry.name}/`)) texts.set(name, text);
    else if (entry.isFile()) texts.set(`${prefix}${entry.name}`, readFileSync(path, 'utf8'));
  }
  return texts;
}

/** The law the program comes with. A pack with a problem is a fault of the program: the checks that ship it refuse it. */
export function readInstalledLaw(): Law {
  const packs = readdirSync(packsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => [entry.name, packTexts(join(packsFolder, entry.name))] as const)
    .filter(([, texts]) => texts.has('instrument.yaml') || texts.has('overlay.yaml'));
  const { law, problems } = readLaw(new Map(packs), vocabulary);
  if (problems.length > 0)
    throw new Error(`The packs have problems:\n${problems.map((problem) => formatProblem(problem, 'en')).join('\n')}`);
  return law;
}

type CalendarFile = Omit<CalendarData, 'years'> & {
  readonly years: readonly (Omit<CalendarData['years'][number], 'rest' | 'work'> & {
    readonly rest: readonly (readonly [string, string, string])[];
    readonly work: readonly (readonly [string, string, string])[];
  })[];
};

/** The working-day calendars by id. */
export function readCalendars(): ReadonlyMap<string, WorkingDays> {
  const folder = join(packsFolder, 'calendars');
  const days = (list: readonly (readonly [string, string, string])[]) =>
    list.map(([day, zh, en]) => [parseDay(day) ?? 0, zh, en] as const);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CalendarFile);
  return new Map(
    files.map((file) => [
      file.id,
      workingDays({
        ...file,
        years: file.years.map((year) => ({ ...year, rest: days(year.rest), work: days(year.work) })),
      }),
    ]),
  );
}
