import type { Vocabulary } from '../facts/index.ts';
import { checkMeaning } from './check-meaning.ts';
import { checkRevisions } from './check-revisions.ts';
import { compileRule } from './compile-rule.ts';
import type { Surroundings } from './compiling.ts';
import { twice } from './complaints.ts';
import { readFigure } from './figures.ts';
import { dayOrNull, type Edition, type Law, type Setting } from './law.ts';
import { checkLine } from './official-line.ts';
import { applyOverlay } from './overlay.ts';
import { type Recount, recounted } from './overlay-counting.ts';
import type { PackProblem } from './problem.ts';
import type { PackText } from './read-pack.ts';
import { readRevisions } from './read-revisions.ts';
import type { Revision } from './revision.ts';
import type { Rule } from './rule.ts';
import type { Clause, RuleText, SettingText, StandingText } from './schema.ts';
import type { TextMemory, YamlFile } from './yaml.ts';

/** The files of packs: folder → path inside it → text. */
export type PackFiles = ReadonlyMap<string, ReadonlyMap<string, string>>;

export type LawReading = {
  readonly law: Law;
  readonly problems: readonly PackProblem[];
  readonly warnings: readonly PackProblem[];
};

/**
 * Reads, checks and compiles packs. Everything wrong is reported with its place; what could not be compiled is left out, so a law with
 * problems must not be evaluated. Warnings are places where a rule may be `unclear` without meaning to.
 */
export function readLaw(files: PackFiles, vocabulary: Vocabulary, memory: TextMemory | null = null): LawReading {
  const opened: YamlFile[] = [];
  const problems: PackProblem[] = [];
  const recounts: Recount[] = [];
  let packs: readonly PackText[] = [];
  const folders = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [folder, texts] of folders) {
    if (texts.has('overlay.yaml')) continue;
    const reading = readRevisions(folder, texts, memory);
    opened.push(...reading.files);
    problems.push(...reading.problems);
    packs = [...packs, ...reading.packs];
  }
  for (const [folder, texts] of folders) {
    const overlay = texts.get('overlay.yaml');
    if (overlay === undefined) continue;
    const laid = applyOverlay(packs, folder, overlay);
    packs = laid.packs;
    opened.push(laid.file);
    recounts.push(...laid.recounts);
    for (const name of texts.keys())
      if (name !== 'overlay.yaml')
        problems.push({ file: `${folder}/${name}`, line: 1, column: 1, message: besideOverlay });
  }
  const around = surroundingsOf(packs, vocabulary);
  const rules = new Map<PackText, Rule[]>(packs.map((pack) => [pack, compilePack(pack, around(pack))]));
  const warnings = checkMeaning(packs, rules, around);
  checkRevisions(packs, rules);
  const law = recounted(assemble(packs, rules), recounts);
  for (const file of opened) problems.push(...file.problems);
  return { law, problems: problems.toSorted(byPlace), warnings: warnings.toSorted(byPlace) };
}

const besideOverlay = {
  zh: '条款核实文件夹里只放overlay.yaml：请移走这个文件，规则和条款放在各自的规则包里。',
  en: 'an overlay has a folder with overlay.yaml alone; move this file, rules and clauses lie in a pack of their own',
};

const byPlace = (a: PackProblem, b: PackProblem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

const figures = {
  counts: { zh: '应为calendar（自然日）或者working（工作日）：请改成其中一种。', en: 'must be calendar or working' },
  rolls: { zh: '应为yes或者no：请改成其中一种。', en: 'must be yes or no' },
  other: {
    zh: '应为整数、日期，或者P12M、P30D、PT24H这样的时长：请改写。',
    en: 'must be a whole number, a day, or a duration such as P12M, P30D or PT24H',
  },
};

/** What each revision is compiled against: its own clauses and settings before those of the newest revision of every pack. */
function surroundingsOf(packs: readonly PackText[], vocabulary: Vocabulary): (pack: PackText) => Surroundings {
  const newest = { clauses: new Map<string, { clause: Clause; pack: PackText }>(), settings: new Map() };
  for (const pack of packs) if (pack.supersededFrom === null) collect(pack, newest.clauses, newest.settings);
  const earlier = new Map(
    packs
      .filter((pack) => pack.supersededFrom !== null)
      .map((pack) => {
        const own = { clauses: new Map(), settings: new Map() };
        collect(pack, own.clauses, own.settings);
        return [
          pack,
          {
            clauses: new Map([...newest.clauses, ...own.clauses]),
            settings: new Map([...newest.settings, ...own.settings]),
          },
        ] as const;
      }),
  );
  return (pack) => ({ vocabulary, ...(earlier.get(pack) ?? newest) });
}

function collect(
  pack: PackText,
  clauses: Map<string, { clause: Clause; pack: PackText }>,
  settings: Map<string, SettingText>,
): void {
  checkLine(pack);
  for (const { clause, file, index } of pack.clauses) {
    const id = `${pack.id}/${clause.id}`;
    if (clauses.has(id)) file.fault([index, 'id'], twice({ zh: '条款', en: 'clause' }, id));
    if (clause.number !== undefined && clause.sureness !== 'text')
      file.fault([index, 'number'], {
        zh: '条号只在核过原文（sureness: text）时填写：请删去条号，或者先核对原文。',
        en: 'a number is given only where the article itself was read (sureness: text)',
      });
    if (!Object.hasOwn(pack.instrument.sources, clause.source))
      file.fault([index, 'source'], {
        zh: `instrument.yaml没有列出来源“${clause.source}”：请补列，或者改用已列的来源。`,
        en: `instrument.yaml names no source “${clause.source}”`,
      });
    for (const [name, value] of Object.entries(clause.figures ?? {})) {
      const listed =
        name === 'counts'
          ? ['calendar', 'working'].includes(String(value))
          : name === 'rolls'
            ? ['yes', 'no'].includes(String(value))
            : readFigure(value) !== null;
      if (!listed)
        file.fault(
          [index, 'figures', name],
          name === 'counts' ? figures.counts : name === 'rolls' ? figures.rolls : figures.other,
        );
    }
    clauses.set(id, { clause, pack });
  }
  for (const { setting, file, index } of pack.settings) {
    if (settings.has(setting.id)) file.fault([index, 'id'], twice({ zh: '参数', en: 'setting' }, setting.id));
    settings.set(setting.id, setting);
  }
}

function compilePack(pack: PackText, around: Surroundings): Rule[] {
  const rules = pack.rules.flatMap(({ rule, file }) => compileRule(rule, file, pack, around) ?? []);
  const standing = pack.standing.flatMap(
    ({ duty, file, index }) => compileRule(standingRule(duty, pack), file, pack, around, duty, [index]) ?? [],
  );
  return [...rules, ...standing];
}

/** A standing duty is a rule that recurs: it is met by a dated review of that duty. */
function standingRule(duty: StandingText, pack: PackText): RuleText {
  const ended = 'organisation.dissolvedOn = null';
  return {
    id: duty.id,
    title: duty.title,
    concerns: duty.id,
    clauses: duty.clauses,
    // A review is a fact of inspection, whatever the duty is about; the rule reads nothing else.
    purpose: 'inspection',
    subject: 'organisation',
    on: duty.since ?? 'max(organisation.establishedOn, edition.from)',
    applies: duty.applies ? `(${duty.applies}) and ${ended}` : ended,
    bearer: 'organisation',
    answerable: 'securityOfficer',
    due: 'period.end',
    closes: 'period.end',
    every: duty.review,
    met: { by: 'standingReview', match: { organisation: 'organisation', duty: `${pack.id}.${duty.id}` } },
    waiver: 'never',
    ...(duty.consequence ? { consequence: duty.consequence } : {}),
    examples: [],
  };
}

function assemble(packs: readonly PackText[], rules: ReadonlyMap<PackText, readonly Rule[]>): Law {
  const newest = packs.filter((pack) => pack.supersededFrom === null);
  const editions = newest.map(
    (pack): Edition => ({
      id: pack.id,
      instrument: pack.instrument,
      from: dayOrNull(pack.instrument.inForce.from) ?? 0,
      to: dayOrNull(pack.instrument.inForce.to),
      clauses: new Map(pack.clauses.map(({ clause }) => [clause.id, clause])),
      rules: rules.get(pack) ?? [],
      parallels: pack.parallels.flatMap(({ parallel }) => ('to' in parallel ? [parallel] : [])),
      noParallels: pack.parallels.flatMap(({ parallel }) => ('none' in parallel ? [parallel] : [])),
      conflicts: pack.conflicts.map(({ conflict }) => conflict),
      revisions: packs.filter((other) => other.id === pack.id).map(revisionOf),
    }),
  );
  return {
    editions,
    rules: [...rules.values()]
      .flat()
      .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.revision - b.revision)),
    clauses: new Map(
      editions.flatMap((edition) =>
        [...edition.clauses].map(([id, clause]) => [`${edition.id}/${id}`, { clause, edition }] as const),
      ),
    ),
    settings: settingsOf(packs),
  };
}

const revisionOf = ({ instrument, texts }: PackText): Revision => ({
  number: instrument.revision,
  appliesFrom: dayOrNull(instrument.appliesFrom) ?? 0,
  reassessClosed: instrument.reassessClosed ?? null,
  texts,
});

/** Packs of one id stand oldest first, so that the last one read is the newest. */
function settingsOf(packs: readonly PackText[]): Map<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const pack of packs)
    for (const { setting } of pack.settings) {
      const from = dayOrNull(pack.instrument.appliesFrom) ?? 0;
      const earlier = settings.get(setting.id)?.defaults ?? [];
      settings.set(setting.id, {
        ...setting,
        pack: pack.id,
        defaults: [...earlier, { from, value: setting.default }],
      });
    }
  return settings;
}
