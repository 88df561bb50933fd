import { noDay } from '../facts/index.ts';
import type { ListNode, Node } from './tree.ts';
import { isRef, type Type } from './types.ts';
import type { Value } from './values.ts';

/**
 * Generated JavaScript. A value is an expression whose "not known" depends on its type: a day `noDay`, words and references -1, numbers,
 * durations and instants NaN, texts, decimals and lists null. A boolean is a pair of conditions, "is true" and "is false"; neither
 * holds when it is not known. Names are made by the writer; nothing a rule says becomes code (DECISIONS 2.7).
 */
export type KernelValue = { readonly code: string; readonly isTrue: string; readonly isFalse: string };

/** Writes a loop over the list, and inside it what `body` writes. */
export type KernelList = { readonly each: (body: (element: KernelValue) => void) => void };

/** What the generated function is given besides its rows: columns, relation indexes, constants. */
export type Binding =
  | { readonly what: 'column'; readonly kind: string; readonly field: string }
  | ({ readonly what: 'offsets' | 'members' } & RelationName)
  /** A column in the order of `members`, so that a search reads it from one place to the next. */
  | ({ readonly what: 'memberColumn'; readonly column: string } & RelationName)
  | { readonly what: 'constant'; readonly value: unknown };

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
  return binding.what === 'memberColumn' ? `${own}${only} in ${binding.column}` : `${own}${only}`;
}

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

/** Facts of a kind that happened after the day asked about do not exist; the host says how a row is tested. */
export type KernelFacts = {
  readonly column: (kind: string, field: string, row: string, writer: KernelWriter) => KernelValue;
  readonly exists: (kind: string, row: string, writer: KernelWriter) => string | null;
};

/** Writes the code of a tree; gives the expression of its value. Everything it needs more than once gets a name. */
export function writeKernel(node: Node, writer: KernelWriter, facts: KernelFacts): KernelValue {
  switch (node.form) {
    case 'literal':
      return literal(node.value, node.type, writer);
    case 'slot':
      return writer.slot(node.name, node.type);
    case 'variable':
      return writer.lookUp(node.name);
    case 'field': {
      const row = writer.temp(writeKernel(node.of, writer, facts).code);
      const value = facts.column(node.kind, node.field, row, writer);
      if (!node.of.nullable) return value;
      const name = writer.temp(`${row}<0?${nullCode(node.type)}:${value.code}`);
      return shaped(name, node.type);
    }
    case 'call': {
      const args = node.args.map((arg) => writeKernel(arg, writer, facts));
      if (node.operator.arity !== 'scalar') throw new Error(`${node.operator.name} takes a list`);
      return node.operator.toKernel(
        args,
        node.args.map((arg) => arg.type),
        writer,
      );
    }
    case 'aggregate': {
      const rest = node.rest.map((arg) => writeKernel(arg, writer, facts));
      if (node.operator.arity !== 'list') throw new Error(`${node.operator.name} takes no list`);
      return node.operator.toKernel(kernelList(node.list, writer, facts), rest, elementOf(node.list), writer);
    }
    case 'quantified':
      return quantified(node, writer, facts);
    default: {
      const name = writer.variable('[]');
      kernelList(node, writer, facts).each((element) => writer.line(`${name}.push(${element.code});`));
      return scalar(name);
    }
  }
}

function literal(value: Value, type: Type, writer: KernelWriter): KernelValue {
  if (type === 'boolean') return truth(String(value === true), String(value === false));
  if (value === null) return scalar(nullCode(type));
  if (typeof value === 'number') return scalar(String(value));
  return scalar(writer.constant(type === 'word' ? { word: value } : value));
}

const elementOf = (list: ListNode): Type =>
  typeof list.type === 'object' && 'list' in list.type ? list.type.list : 'null';

function quantified(
  node: Extract<Node, { form: 'quantified' }>,
  writer: KernelWriter,
  facts: KernelFacts,
): KernelValue {
  const result = writer.variable(node.some ? '0' : '1');
  kernelList(node.list, writer, facts).each((element) => {
    writer.withVariable(node.variable, element, () => {
      const { isTrue, isFalse } = writeKernel(node.satisfies, writer, facts);
      const [decides, goesOn] = node.some ? [isTrue, isFalse] : [isFalse, isTrue];
      writer.line(`if (${decides}) { ${result} = ${node.some ? 1 : 0}; break; }`);
      writer.line(`if (!(${goesOn})) ${result} = 2;`);
    });
  });
  return flagged(result);
}

export function kernelList(node: ListNode, writer: KernelWriter, facts: KernelFacts): KernelList {
  const element = elementOf(node);
  switch (node.form) {
    case 'relation':
      return relation(node, writer, facts);
    case 'list': {
      const items = node.items.map((item) => writeKernel(item, writer, facts).code);
      return loop(`[${items.join(',')}]`, element, writer);
    }
    case 'slot':
      return loop(writer.slot(node.name, node.type).code, element, writer);
    case 'filter': {
      const inner = kernelList(node.list, writer, facts);
      return {
        each: (body) =>
          inner.each((item) => {
            writer.withVariable(node.variable, item, () => {
              writer.line(`if (!(${writeKernel(node.where, writer, facts).isTrue})) continue;`);
            });
            body(item);
          }),
      };
    }
    case 'map': {
      const inner = kernelList(node.list, writer, facts);
      return {
        each: (body) =>
          inner.each((item) => {
            body(writer.withVariable(node.variable, item, () => writeKernel(node.each, writer, facts)));
          }),
      };
    }
  }
}

const loop = (items: string, element: Type, writer: KernelWriter): KernelList => ({
  each: (body) => {
    const list = writer.temp(items);
    const item = writer.name();
    writer.block(`for (const ${item} of ${list})`, () => body(shaped(item, element)));
  },
});

function relation(node: Extract<ListNode, { form: 'relation' }>, writer: KernelWriter, facts: KernelFacts): KernelList {
  const offsets = writer.bind({ what: 'offsets', kind: node.kind, field: node.field });
  const members = writer.bind({ what: 'members', kind: node.kind, field: node.field });
  return {
    each: (body) => {
      const of = writer.temp(writeKernel(node.of, writer, facts).code);
      const at = writer.variable('0');
      const end = writer.variable('0');
      writer.line(`if (${of} >= 0) { ${at} = ${offsets}[${of}]; ${end} = ${offsets}[${of}+1]; }`);
      writer.block(`for (; ${at} < ${end}; ${at}++)`, () => {
        const row = writer.temp(`${members}[${at}]`);
        const exists = facts.exists(node.kind, row, writer);
        if (exists !== null) writer.line(`if (!(${exists})) continue;`);
        body(scalar(row));
      });
    },
  };
}
