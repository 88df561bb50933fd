import { noDay } from '../facts/index.ts';
import { isRef, type Type } from './types.ts';

/**
 * Generated JavaScript. A value is an expression whose "not known" depends on its type: a day `noDay`, words and references -1, numbers,
 * durations and instants NaN, texts, decimals and lists null. A boolean is a pair of conditions, "is true" and "is false"; neither
 * holds when it is not known. Names are made by the writer; nothing a rule says becomes code (DECISIONS 2.7).
 */
export type KernelValue = {
  readonly code: string;
  readonly isTrue: string;
  readonly isFalse: string;
  /** Where the value is one of a few numbers known while the code is written (a setting that changed): these, newest first. */
  readonly choices?: readonly Choice[];
};

/** A number and the condition under which it holds; the last has none. */
export type Choice = { readonly test: string | null; readonly value: number };

/** Writes a loop over the list, and inside it what `body` writes. */
export type KernelList = { readonly each: (body: (element: KernelValue) => void) => void };

/** What the generated function is given besides its rows: columns, relation indexes, constants. */
export type Binding =
  | { readonly what: 'column'; readonly kind: string; readonly field: string }
  | ({ readonly what: 'offsets' | 'members' } & RelationName)
  /** Members with some of their columns beside them, so that a search finds all it looks at in one place: row, then the columns. */
  | ({ readonly what: 'records'; readonly columns: readonly string[]; readonly lasting: Lasting | null } & RelationName)
  | { readonly what: 'constant'; readonly value: unknown };

/** A validity whose end need not be recorded: then it lasts so many months. */
export type Lasting = { readonly from: string; readonly until: string; readonly months: number };

/** The inverse of a reference, or that part of it whose facts have a given word in a field. */
export type RelationName = {
  readonly kind: string;
  readonly field: string;
  readonly only?: { readonly field: string; readonly word: string };
};

const simple = /^(?:[A-Za-z_$][\w$]*|-?\d+(?:\.\d+)?)$/;

export class KernelWriter {
  readonly bindings = new Map<string, Binding>();
  readonly #names = new Map<string, string>();
  readonly #lines: string[] = [];
  readonly #ahead = new Set<string>();
  #known: Map<string, string>[] = [new Map()];
  #count = 0;
  readonly #slots: (name: string, type: Type) => KernelValue;
  readonly #variables = new Map<string, KernelValue>();

  constructor(slots: (name: string, type: Type) => KernelValue) {
    this.#slots = slots;
  }

  /** The code written so far. */
  text(): string {
    return this.#lines.join('\n');
  }

  /** Adds a place that the loop over the subjects will read for each `s`, in an expression that gives a whole number. */
  ahead(read: string): void {
    this.#ahead.add(read);
  }

  /** What was added by `ahead`. */
  reads(): readonly string[] {
    return [...this.#ahead];
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  /** Writes a block; names made inside are forgotten after it. */
  block(head: string, body: () => void): void {
    this.#lines.push(`${head} {`);
    this.#known.push(new Map());
    body();
    this.#known.pop();
    this.#lines.push('}');
  }

  /** A name for the value of an expression, computed once in this block or one around it. */
  temp(code: string): string {
    if (simple.test(code)) return code;
    for (const scope of this.#known) {
      const name = scope.get(code);
      if (name !== undefined) return name;
    }
    const name = `v${this.#count++}`;
    this.#lines.push(`const ${name} = ${code};`);
    this.#known.at(-1)?.set(code, name);
    return name;
  }

  /** A name nothing else has. */
  name(): string {
    return `e${this.#count++}`;
  }

  variable(initial: string): string {
    const name = `w${this.#count++}`;
    this.#lines.push(`let ${name} = ${initial};`);
    return name;
  }

  /** The name under which the generated function receives a column, an index or a constant. */
  bind(binding: Binding): string {
    const key =
      binding.what === 'constant' ? `${typeof binding.value} ${constantKey(binding.value)}` : bindingKey(binding);
    let name = this.#names.get(key);
    if (name === undefined) {
      name = `${binding.what.charAt(0)}${this.#names.size}`;
      this.#names.set(key, name);
      this.bindings.set(name, binding);
    }
    return name;
  }

  constant(value: unknown): string {
    return this.bind({ what: 'constant', value });
  }

  slot(name: string, type: Type): KernelValue {
    return this.#slots(name, type);
  }

  withVariable<T>(name: string, value: KernelValue, body: () => T): T {
    const before = this.#variables.get(name);
    this.#variables.set(name, value);
    const result = body();
    if (before === undefined) this.#variables.delete(name);
    else this.#variables.set(name, before);
    return result;
  }

  lookUp(name: string): KernelValue {
    const value = this.#variables.get(name);
    if (!value) throw new Error(`no variable ${name} in the generated code`);
    return value;
  }
}

function bindingKey(binding: Exclude<Binding, { what: 'constant' }>): string {
  const own = `${binding.what} ${binding.kind} ${binding.field}`;
  if (binding.what === 'column') return own;
  const only = binding.only ? ` ${binding.only.field} ${binding.only.word}` : '';
  return binding.what === 'records' ? `${own}${only} ${recordKey(binding.columns, binding.lasting)}` : `${own}${only}`;
}

export const recordKey = (columns: readonly string[], lasting: Lasting | null): string =>
  `with ${columns.join(' ')}${lasting ? ` for ${lasting.months}` : ''}`;

const functionKeys = new WeakMap<object, number>();
let functionCount = 0;

/** Equal constants share a name; functions are told apart by identity. */
function constantKey(value: unknown): string {
  if (typeof value === 'function') {
    const known = functionKeys.get(value) ?? ++functionCount;
    functionKeys.set(value, known);
    return `function ${known}`;
  }
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'bigint' ? `${part}n` : Number.isNaN(part) ? 'NaN' : part,
    ) ?? 'undefined'
  );
}

export const scalar = (code: string): KernelValue => ({ code, isTrue: 'false', isFalse: 'false' });

export const truth = (isTrue: string, isFalse: string): KernelValue => ({
  code: `(${isTrue}?1:${isFalse}?0:2)`,
  isTrue,
  isFalse,
});

/** A boolean held as 0, 1 or 2. */
export const flagged = (name: string): KernelValue => ({ code: name, isTrue: `${name}===1`, isFalse: `${name}===0` });

/** Gives a value the shape of its type: what a name holds. */
export const shaped = (name: string, type: Type): KernelValue => (type === 'boolean' ? flagged(name) : scalar(name));

export function nullCode(type: Type): string {
  if (isRef(type) || type === 'word') return '-1';
  switch (type) {
    case 'day':
      return String(noDay);
    case 'integer':
    case 'months':
    case 'duration':
    case 'instant':
      return 'NaN';
    case 'boolean':
      return '2';
    default:
      return 'null';
  }
}

/** A condition: the (simple) name holds "not known". */
export function isNullCode(name: string, type: Type): string {
  if (isRef(type) || type === 'word') return `${name}<0`;
  switch (type) {
    case 'day':
      return `${name}===${noDay}`;
    case 'integer':
    case 'months':
    case 'duration':
    case 'instant':
      return `${name}!==${name}`;
    case 'boolean':
      return `${name}===2`;
    default:
      return `${name}===null`;
  }
}

/** The code of a number that is one of a few. */
export const chosenCode = (choices: readonly Choice[]): string =>
  choices.reduceRight((rest, { test, value }) => (test === null ? String(value) : `(${test}?${value}:${rest})`), 'NaN');
