import { type Day, formatDay, lastDay, parseDay } from '../../packages/core/src/calendar/index.ts';
import type { Field, Kind } from '../../packages/core/src/facts/index.ts';
import type { Random } from '../feel/random.ts';
import { Days } from './days.ts';
import { settingNames } from './pack.ts';
import { kinds } from './vocabulary.ts';

type Cells = Readonly<Record<string, string | number | boolean | null>>;
/** One organisation's register as rows, so that rows can be dropped. */
type Facts = ReadonlyMap<string, readonly Cells[]>;
export type World = { readonly asOf: Day; readonly facts: Facts };

/** What overrides are written about. */
export type Overridable = {
  readonly id: string;
  readonly subject: string;
  readonly waived: boolean;
  readonly reviewed: boolean;
};

const usual: Readonly<Record<string, number>> = {
  organisation: 2,
  // Enough for one under another under a third.
  unit: 6,
  person: 5,
  trip: 9,
  visit: 9,
  proof: 34,
  memo: 16,
  setting: 5,
};

/** Ids that every collation but code-point order sorts otherwise. */
const spellings = ['a', 'B', 'a-', 'a.', 'Z', '_', '10', '9', 'aa', 'b'];

export function randomWorld(random: Random, asOf: Day, rules: readonly Overridable[]): World {
  const writer = new RegisterWriter(random, new Days(random, asOf));
  return { asOf, facts: writer.facts(rules) };
}

class RegisterWriter {
  readonly #random: Random;
  readonly #days: Days;
  readonly #ids = new Map<string, string[]>();
  readonly #unknown: number;

  constructor(random: Random, days: Days) {
    this.#random = random;
    this.#days = days;
    this.#unknown = random.pick([0.1, 0.3, 0.6]);
  }

  facts(rules: readonly Overridable[]): Facts {
    const facts = new Map<string, Cells[]>();
    for (const kind of kinds) {
      const most = usual[kind.name] ?? 0;
      const needed = ['organisation', 'person', 'trip', 'visit'].includes(kind.name);
      const count = !needed && this.#random.chance(0.08) ? 0 : Math.ceil(most * (0.6 + 0.4 * this.#random.next()));
      this.#ids.set(kind.name, []);
      facts.set(
        kind.name,
        Array.from({ length: count }, (_, index) => this.#fact(kind, index)),
      );
    }
    facts.set(
      'setting',
      (facts.get('setting') ?? []).map((row) => this.#setting(row)),
    );
    facts.set(
      'waiver',
      this.#overrides(
        rules.filter((rule) => rule.waived),
        (rule, id) => this.#waiver(rule, id),
      ),
    );
    facts.set(
      'reviewDecision',
      this.#overrides(
        rules.filter((rule) => rule.reviewed),
        (rule, id) => this.#decision(rule, id),
      ),
    );
    return facts;
  }

  #fact(kind: Kind, index: number): Cells {
    const cells: Record<string, Cells[string]> = { id: `${this.#random.pick(spellings)}${kind.name}${index}` };
    let ended = false;
    for (const [name, field] of Object.entries(kind.fields)) {
      cells[name] = field.ends ? this.#ending(kind, name, field, cells, ended) : this.#cell(kind, name, field, ended);
      if (field.ends && cells[name] !== null) ended = true;
    }
    this.#ids.get(kind.name)?.push(String(cells['id']));
    // A second fact on the same day, and often of the same content, is how ties come about.
    return cells;
  }

  /** An ending is often the first day of a period: seven days, or three, after the record began (agreement/rolling). */
  #ending(kind: Kind, name: string, field: Field, cells: Cells, ended: boolean): Cells[string] {
    const cell = this.#cell(kind, name, field, ended);
    const began = parseDay(String(cells[kind.happened ?? '']));
    if (cell === null || began === null || !this.#random.chance(0.3)) return cell;
    return formatDay(Math.min(began + this.#random.pick([3, 7, 14]), lastDay));
  }

  #cell(kind: Kind, name: string, field: Field, ended: boolean): Cells[string] {
    const random = this.#random;
    // What has ended once has often ended twice, so that the first ending has to be told from the last.
    const open = ended ? 0.4 : 0.85;
    if (field.nullable && random.chance(field.ends ? open : this.#unknown)) return null;
    const past = field.timing === 'milestone' && !(name === kind.happened && random.chance(0.1));
    switch (field.type) {
      case 'day':
        return this.#days.day(past);
      case 'instant':
        return this.#days.instant(past);
      case 'integer':
        return random.chance(0.03) ? 9_007_199_254_740_991 : random.below(4);
      case 'boolean':
        return random.chance(0.6);
      case 'word':
        return random.pick(
          Object.keys(field.words ?? {}).length > 0 ? Object.keys(field.words ?? {}) : ['x1', 'y-2', 'low'],
        );
      case 'ref': {
        const ids = this.#ids.get(field.to ?? '') ?? [];
        // Few targets have most of the evidence, so that there is something to choose from.
        return ids.length === 0
          ? null
          : (ids[random.chance(0.5) ? random.below(Math.min(3, ids.length)) : random.below(ids.length)] ?? null);
      }
      case 'text':
        return 'x';
    }
  }

  #setting(row: Cells): Cells {
    const name = this.#random.pick(settingNames);
    const value = name === 'span' || name === 'half' ? 12 * this.#random.below(5) : this.#random.below(5);
    return { ...row, name, value: String(value) };
  }

  #overrides(rules: readonly Overridable[], write: (rule: Overridable, id: string) => Cells): Cells[] {
    return rules.flatMap((rule, index) =>
      Array.from({ length: 1 + this.#random.below(4) }, (_, at) =>
        write(rule, `${this.#random.pick(spellings)}${index}-${at}`),
      ),
    );
  }

  #waiver(rule: Overridable, id: string): Cells {
    return {
      id,
      organisation: this.#one('organisation'),
      rule: rule.id,
      subject: this.#one(rule.subject),
      period: this.#random.chance(0.7) ? null : this.#days.day(true),
      grantedOn: this.#days.day(true),
      until: this.#days.day(false),
    };
  }

  #decision(rule: Overridable, id: string): Cells {
    return {
      id,
      organisation: this.#one('organisation'),
      rule: rule.id,
      subject: this.#one(rule.subject),
      verdict: this.#random.pick(['confirmed', 'dismissed']),
      decidedOn: this.#days.day(true),
    };
  }

  #one(kind: string): string {
    const ids = this.#ids.get(kind) ?? [];
    return ids[this.#random.below(Math.min(ids.length, 4))] ?? '';
  }
}

export const worldText = ({ asOf, facts }: World): string =>
  [
    `as of ${formatDay(asOf)}`,
    ...[...facts].flatMap(([kind, rows]) => rows.map((row) => `${kind} ${JSON.stringify(row)}`)),
  ].join('\n');
