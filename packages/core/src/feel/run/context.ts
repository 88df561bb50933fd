import type { Vocabulary } from '../../facts/index.ts';
import { readTemporal } from '../check/literals.ts';
import { noWall, type Scope, type Slot } from '../check/scope.ts';
import { type Decimal, decimal, fromInteger, parseDecimal } from '../decimal.ts';
import { Refusal } from '../refusal.ts';
import { meet, type Type, typeName } from '../types.ts';
import type { Value } from '../values.ts';
import { WrittenNumber } from './exact-json.ts';

/** What an expression alone may name: values from a JSON context, no facts. */
export type FeelContext = {
  readonly scope: Scope;
  readonly values: Readonly<Record<string, Value>>;
  /** Equal for contexts with the same names and types: a tree made under one serves the other. */
  readonly signature: string;
};

type Typed = { readonly type: Type; readonly value: Value };

const noFacts: Vocabulary = { kinds: new Map(), inverses: new Map() };
const deepest = 20;
const longestText = 100_000;

/** Reads a context from `parseExactJson` or `JSON.parse`. Throws a `Refusal` that names the key of what cannot be read. */
export function readContext(source: unknown): FeelContext {
  const found = new Map<string, Typed>();
  if (source !== undefined && source !== null) {
    if (!isPlain(source)) throw refused('the context', 'must be an object, such as {"a": 1}');
    collect(source, '', found, 0);
  }
  return contextOf(found);
}

/** A context of typed values; `nullable` where null may stand for a value of that type. */
export function contextOf(found: ReadonlyMap<string, Typed & { readonly nullable?: boolean }>): FeelContext {
  const values = Object.create(null) as Record<string, Value>;
  const slots = new Map<string, Slot>();
  for (const [name, { type, value, nullable = false }] of found) {
    values[name] = value;
    slots.set(name, { type, nullable });
  }
  const scope: Scope = {
    vocabulary: noFacts,
    variables: new Map(),
    slots,
    literals: 'all',
    declaredWords: new Set(),
    wall: noWall,
  };
  const signature = JSON.stringify([...slots].map(([name, { type }]) => [name, type]));
  return { scope, values, signature };
}

const refused = (what: string, why: string): Refusal => new Refusal(`${what} ${why}`, 0, 0);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber);

/** Words of letters and digits with single spaces between them. */
const writable = /^[\p{L}_$][\p{L}\p{M}\p{N}_$]*(?: [\p{L}\p{M}\p{N}_$]+)*$/u;
const reserved = new Set(
  'and or not if then else for in return some every satisfies between instance of function true false null'.split(' '),
);

function collect(source: Record<string, unknown>, before: string, found: Map<string, Typed>, depth: number): void {
  for (const [key, value] of Object.entries(source)) {
    const name = key.normalize('NFC');
    const path = `${before}${name}`;
    const label = `“${path.toWellFormed().slice(0, 60)}”`;
    if (!writable.test(name) || reserved.has(name)) {
      throw refused(label, 'is no name an expression can use; take letters, digits and single spaces');
    }
    if (isPlain(value) && !Object.hasOwn(value, '@')) {
      if (depth >= deepest) throw refused(label, `is nested more than ${deepest} levels deep`);
      collect(value, `${path}.`, found, depth + 1);
    } else {
      if (found.has(path)) throw refused(label, 'is given twice');
      found.set(path, Array.isArray(value) ? listOf(value, label) : scalarOf(value, label));
    }
  }
}

function listOf(items: readonly unknown[], label: string): Typed {
  const typed = items.map((item, index) => scalarOf(item, `item ${index + 1} of ${label}`));
  let type: Type = 'null';
  for (const [index, item] of typed.entries()) {
    const common = meet(type, item.type);
    if (common === undefined) {
      throw refused(
        `item ${index + 1} of ${label}`,
        `is ${typeName(item.type)} among ${typeName(type)}; a list holds one kind`,
      );
    }
    type = common;
  }
  const widen = ({ type: own, value }: Typed): Value =>
    type === 'decimal' && own === 'integer' ? fromInteger(value as number) : value;
  return { type: { list: type }, value: typed.map(widen) };
}

function scalarOf(value: unknown, label: string): Typed {
  if (value === null) return { type: 'null', value: null };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'number') return numberOf(String(value), label);
  if (value instanceof WrittenNumber) return numberOf(value.source, label);
  if (typeof value === 'string') return { type: 'string', value: textOf(value, label) };
  if (isPlain(value) && Object.keys(value).length === 1 && typeof value['@'] === 'string') {
    const temporal = readTemporal(value['@']);
    if (temporal) return temporal;
    throw refused(label, 'is no day from 1900 to 2199, point in time with seconds and offset, or duration');
  }
  throw refused(label, 'must be a text, number, true, false, null, {"@": "2026-11-23"} or a list of one of these');
}

function textOf(value: string, label: string): string {
  if (value.length > longestText) throw refused(label, `is longer than ${longestText} characters`);
  if (value.includes('\0') || !value.isWellFormed()) {
    throw refused(label, 'holds U+0000 or half of a surrogate pair');
  }
  return value.normalize('NFC');
}

const written = /^(-?\d{1,1100}(?:\.\d{1,1100})?)(?:[eE]([+-]?\d{1,4}))?$/;

/** A whole number within ±(2^53 - 1) is an integer, however it is written; every other number a decimal of 34 digits. */
function numberOf(source: string, label: string): Typed {
  const value = source.length > 2300 ? null : decimalOf(source);
  if (!value) throw refused(label, 'is a number with more than 1000 places before or after the point');
  const { coefficient, scale } = value;
  const whole = scale === 0 && coefficient <= 9007199254740991n && coefficient >= -9007199254740991n;
  return whole ? { type: 'integer', value: Number(coefficient) } : { type: 'decimal', value };
}

function decimalOf(source: string): Decimal | null {
  const [, digits = '', exponent = '0'] = written.exec(source) ?? [];
  const [whole = '', fraction = ''] = digits.split('.');
  if (whole === '') return null;
  if (exponent === '0') return parseDecimal(digits);
  return decimal(BigInt(`${whole}${fraction}`), fraction.length - Number(exponent));
}
