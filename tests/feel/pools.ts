import {
  firstInstant,
  formatDay,
  formatInstant,
  formatMicros,
  formatMonths,
  lastInstant,
  microsPerDay,
  parseDay,
} from '../../packages/core/src/calendar/index.ts';
import { type Decimal, decimal, formatDecimal, parseDecimal, type Value } from '../../packages/core/src/feel/index.ts';
import type { Random } from './random.ts';

export type Plain = 'boolean' | 'integer' | 'decimal' | 'string' | 'day' | 'instant' | 'months' | 'duration';

/** What a case leans towards, so that every column of the table fills. */
export const leanings = ['null', 'boundary day', '29 February', 'month end', 'empty', 'duplicate'] as const;
export type Leaning = (typeof leanings)[number];

const days = (...texts: string[]): number[] => texts.map((text) => parseDay(text) ?? 0);
const leapDays = days('2024-02-29', '2000-02-29', '1904-02-29', '2096-02-29', '2196-02-29');
const monthEnds = days(
  '2024-01-31',
  '2024-03-31',
  '2024-04-30',
  '2023-02-28',
  '2100-02-28',
  '2025-12-31',
  '1900-01-31',
);
const edges = days('1900-01-01', '1900-01-02', '2199-12-31', '2199-12-30');
const otherDays = days(
  '2024-02-28',
  '2024-03-01',
  '2024-10-08',
  '2024-09-30',
  '2026-11-22',
  '2026-11-23',
  '1999-06-15',
);

const large = Number.MAX_SAFE_INTEGER;
const integers = [0, 1, -1, 2, 3, 7, 12, 13, 28, 29, 30, 31, 365, 1900, 2024, 2199, 67108864, -67108865];
const farIntegers = [large, -large, large - 1, 1 - large, 4503599627370496, 94906267];
const texts = [
  'a',
  'b',
  'ab',
  'ba',
  'aa',
  'é',
  'x\u0301',
  '\u0301',
  '😀',
  'a😀b',
  '\uFF5E',
  '平安门',
  '安',
  '%',
  '_',
  '\\',
  "'",
  '"',
  ' ',
  'İ',
  'ß',
  'A',
];
const decimals = [
  '0.1',
  '0.2',
  '0.3',
  '-0.5',
  '1.5',
  '2.5',
  '1234567890123456789012345678901234',
  '0.3333333333333333333333333333333333',
  '9999999999999999999999999999999999',
  '-9999999999999999999999999999999998',
  '0.0000000000000000000000000000000001',
  '9007199254740992',
  '5',
  '0',
];

function dayFrom(random: Random, leaning: Leaning): number {
  const favourite = { 'boundary day': edges, '29 February': leapDays, 'month end': monthEnds }[
    leaning as 'boundary day'
  ];
  if (favourite && random.chance(0.7)) return random.pick(favourite);
  if (random.chance(0.2)) return random.below(109_573) - 25_567;
  return random.pick([...edges, ...leapDays, ...monthEnds, ...otherDays]);
}

const makers: Record<Plain, (random: Random, leaning: Leaning) => Value> = {
  boolean: (random) => random.chance(0.5),
  integer: (random, leaning) => {
    if (leaning === 'boundary day' && random.chance(0.4)) return random.pick(farIntegers);
    return random.chance(0.15)
      ? Math.floor((random.next() - 0.5) * 2 ** random.below(54)) + 0
      : random.pick([...integers, ...farIntegers]);
  },
  decimal: (random) => {
    if (random.chance(0.1))
      return decimal(BigInt(random.below(1e9)) * 1_000_000_007n, random.pick([900, -900, 33, -33, 990]));
    if (random.chance(0.2)) return decimal(BigInt(random.below(1e9)) - 500_000_000n, random.below(9));
    return parseDecimal(random.pick(decimals));
  },
  string: (random, leaning) => {
    if (random.chance(leaning === 'empty' ? 0.6 : 0.1)) return '';
    return random.chance(0.3) ? `${random.pick(texts)}${random.pick(texts)}`.normalize('NFC') : random.pick(texts);
  },
  day: dayFrom,
  instant: (random, leaning) => {
    const at = dayFrom(random, leaning) * microsPerDay + random.pick([0, 0, 1, 43_200_000_000, microsPerDay - 1]);
    return random.chance(0.1) ? random.pick([firstInstant, lastInstant]) : at;
  },
  months: (random) => random.pick([0, 1, -1, 2, 6, 11, 12, -12, 13, 48, 1200, 3600, -3600, large, -large]),
  duration: (random) =>
    random.pick([
      0,
      1,
      -1,
      3_600_000_000,
      -3_600_000_000,
      microsPerDay,
      -microsPerDay,
      36 * 3_600_000_000,
      366 * microsPerDay,
      104_249 * microsPerDay,
      large,
      -large,
      random.below(1e9) * 1_000_003,
    ]),
};

export const valueOf = (type: Plain, random: Random, leaning: Leaning): Value => makers[type](random, leaning);

/** The value as FEEL writes it, or null where a literal cannot hold it. */
export function literalText(type: Plain, value: Value): string | null {
  switch (type) {
    case 'boolean':
      return value === true ? 'true' : 'false';
    case 'integer':
      return (value as number) < 0 ? `(${value as number})` : (value as number).toString();
    case 'decimal': {
      const text = formatDecimal(value as Decimal);
      const pointed = text.includes('.') ? text : `${text}.0`;
      return pointed.length > 40 ? null : pointed.startsWith('-') ? `(${pointed})` : pointed;
    }
    case 'string':
      return JSON.stringify(value);
    case 'day':
      return `@"${formatDay(value as number)}"`;
    case 'instant':
      return `@"${formatInstant(value as number)}"`;
    case 'months':
      return Math.abs(value as number) > 99_999_999 ? null : `@"${formatMonths(value as number)}"`;
    case 'duration':
      return `@"${formatMicros(value as number)}"`;
  }
}
