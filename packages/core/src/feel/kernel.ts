import {
  flagged,
  type KernelList,
  type KernelValue,
  type KernelWriter,
  nullCode,
  scalar,
  shaped,
  truth,
} from './kernel-writer.ts';
import type { ListNode, Node } from './tree.ts';
import type { Type } from './types.ts';
import type { Value } from './values.ts';

export * from './kernel-writer.ts';

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
      const items = node.items.map((item) => writer.temp(writeKernel(item, writer, facts).code));
      return written(items, element, writer);
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

/** The items of a list that stands in the text, one after the other: no array is made for each subject. */
const written = (items: readonly string[], element: Type, writer: KernelWriter): KernelList => ({
  each: (body) => {
    const at = writer.name();
    writer.block(`for (let ${at} = 0; ${at} < ${items.length}; ${at}++)`, () => {
      const rest = items.slice(0, -1).map((item, index) => `${at}===${index}?${item}:`);
      body(shaped(writer.temp(`${rest.join('')}${items.at(-1) ?? nullCode(element)}`), element));
    });
  },
});

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
