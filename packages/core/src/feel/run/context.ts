import type { Vocabulary } from '../../facts/index.ts';
import { readTemporal } from '../check/literals.ts';
import { noWall, type Scope, type Slot } from '../check/scope.ts';
import { type Decimal, decimal, fromInteger, parseDecimal } from '../decimal.ts';
import { Refusal } from '../refusal.ts';
import { meet, type Type, typeName } from '../types.ts';
import type { Value } from '../values.ts';
import type { Words } from '../words.ts';
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
    if (!isPlain(source))
      throw refused(
        { zh: '上下文', en: 'the context' },
        { zh: '应为对象，例如{"a": 1}', en: 'must be an object, such as {"a": 1}' },
      );
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

const refused = (what: Words, why: Words): Refusal =>
  new Refusal({ zh: `${what.zh}${why.zh}。`, en: `${what.en} ${why.en}` }, 0, 0);

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
    const quoted = `“${path.toWellFormed().slice(0, 60)}”`;
    const label = { zh: quoted, en: quoted };
    if (!writable.test(name) || reserved.has(name)) {
      throw refused(label, {
        zh: '不能作为表达式中的名称：请用文字、数字，词间一个空格',
        en: 'is no name an expression can use; take letters, digits and single spaces',
      });
    }
    if (isPlain(value) && !Object.hasOwn(value, '@')) {
      if (depth >= deepest)
        throw refused(label, {
          zh: `的嵌套超过${deepest}层：请减少层数`,
          en: `is nested more than ${deepest} levels deep`,
        });
      collect(value, `${path}.`, found, depth + 1);
    } else {
      if (found.has(path)) throw refused(label, { zh: '给出了两次：请只保留一处', en: 'is given twice' });
      found.set(path, Array.isArray(value) ? listOf(value, label) : scalarOf(value, label));
    }
  }
}

const itemOf = (label: Words, index: number): Words => ({
  zh: `${label.zh}的第${index + 1}项`,
  en: `item ${index + 1} of ${label.en}`,
});

function listOf(items: readonly unknown[], label: Words): Typed {
  const typed = items.map((item, index) => scalarOf(item, itemOf(label, index)));
  let type: Type = 'null';
  for (const [index, item] of typed.entries()) {
    const common = meet(type, item.type);
    if (common === undefined) {
      const [own, others] = [typeName(item.type), typeName(type)];
      throw refused(itemOf(label, index), {
        zh: `是${own.zh}，而前面的是${others.zh}：一个列表只能有一类值`,
        en: `is ${own.en} among ${others.en}; a list holds one kind`,
      });
    }
    type = common;
  }
  const widen = ({ type: own, value }: Typed): Value =>
    type === 'decimal' && own === 'integer' ? fromInteger(value as number) : value;
  return { type: { list: type }, value: typed.map(widen) };
}

function scalarOf(value: unknown, label: Words): Typed {
  if (value === null) return { type: 'null', value: null };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'number') return numberOf(String(value), label);
  if (value instanceof WrittenNumber) return numberOf(value.source, label);
  if (typeof value === 'string') return { type: 'string', value: textOf(value, label) };
  if (isPlain(value) && Object.keys(value).length === 1 && typeof value['@'] === 'string') {
    const temporal = readTemporal(value['@']);
    if (temporal) return temporal;
    throw refused(label, {
      zh: '不是1900年至2199年的日期、带秒和时差的时刻或者时长：请改成其中一种',
      en: 'is no day from 1900 to 2199, point in time with seconds and offset, or duration',
    });
  }
  throw refused(label, {
    zh: '应为文本、数、true、false、null、{"@": "2026-11-23"}或者由其中一类组成的列表',
    en: 'must be a text, number, true, false, null, {"@": "2026-11-23"} or a list of one of these',
  });
}

function textOf(value: string, label: Words): string {
  if (value.length > longestText)
    throw refused(label, { zh: `超过${longestText}个字符：请缩短`, en: `is longer than ${longestText} characters` });
  if (value.includes('\0') || !value.isWellFormed()) {
    throw refused(label, {
      zh: '含有U+0000或者半个代理对：请删去这个字符',
      en: 'holds U+0000 or half of a surrogate pair',
    });
  }
  return value.normalize('NFC');
}

const written = /^(-?\d{1,1100}(?:\.\d{1,1100})?)(?:[eE]([+-]?\d{1,4}))?$/;

/** A whole number within ±(2^53 - 1) is an integer, however it is written; every other number a decimal of 34 digits. */
function numberOf(source: string, label: Words): Typed {
  const value = source.length > 2300 ? null : decimalOf(source);
  if (!value)
    throw refused(label, {
      zh: '是小数点前后超过1000位的数：请减少位数',
      en: 'is a number with more than 1000 places before or after the point',
    });
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
