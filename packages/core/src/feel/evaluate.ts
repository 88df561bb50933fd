import type { Surroundings } from './operator.ts';
import type { ListNode, Node } from './tree.ts';
import type { Value } from './values.ts';

/** What an evaluation can see. `field` and `related` hide what had not happened on the day asked about. */
export type World = {
  readonly around: Surroundings;
  readonly field: (kind: string, field: string, row: number) => Value;
  /** The same for one field of all rows: what has to be looked up by name is looked up once. */
  readonly reader?: (kind: string, field: string) => (row: number) => Value;
  readonly related: (kind: string, field: string, row: number) => readonly number[];
};

/** Values of one evaluation: what comes from outside, the variables, and (when traced) the value of every node seen. */
export type Frame = {
  readonly world: World;
  readonly slots: Readonly<Record<string, Value>>;
  readonly variables: Record<string, Value>;
  readonly trace?: Map<Node, Value>;
};

export type Evaluator = (frame: Frame) => Value;

/** Turns a tree into nested functions: the back end that explains. With a `trace` in the frame each node's last value is kept. */
export function evaluator(node: Node): Evaluator {
  const run = plain(node);
  return (frame) => {
    const value = run(frame);
    frame.trace?.set(node, value);
    return value;
  };
}

function plain(node: Node): Evaluator {
  switch (node.form) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'slot': {
      const { name } = node;
      return (frame) => frame.slots[name] ?? null;
    }
    case 'variable': {
      const { name } = node;
      return (frame) => frame.variables[name] ?? null;
    }
    case 'field':
      return field(node);
    case 'call':
      return call(node);
    case 'aggregate': {
      const { operator } = node;
      if (operator.arity !== 'list') throw new Error(`${operator.name} takes no list`);
      const list = items(node.list);
      const rest = node.rest.map(evaluator);
      const element = typeof node.list.type === 'object' && 'list' in node.list.type ? node.list.type.list : 'null';
      return (frame) =>
        operator.evaluate(
          list(frame),
          rest.map((arg) => arg(frame)),
          element,
        );
    }
    case 'quantified':
      return quantified(node);
    default: {
      const list = items(node);
      return (frame) => list(frame);
    }
  }
}

/** Reads one field of any row. */
export const readerOf = (world: World, kind: string, field: string): ((row: number) => Value) =>
  world.reader?.(kind, field) ?? ((row) => world.field(kind, field, row));

function field(node: Extract<Node, { form: 'field' }>): Evaluator {
  const of = evaluator(node.of);
  const { kind, field: name } = node;
  let world: World | null = null;
  let read: (row: number) => Value = () => null;
  return (frame) => {
    const row = of(frame);
    if (row === null) return null;
    if (world !== frame.world) {
      world = frame.world;
      read = readerOf(world, kind, name);
    }
    return read(row as number);
  };
}

function call(node: Extract<Node, { form: 'call' }>): Evaluator {
  const { operator } = node;
  if (operator.arity !== 'scalar') throw new Error(`${operator.name} takes a list`);
  const types = node.args.map((arg) => arg.type);
  const args = node.args.map(evaluator);
  const [first, second] = args;
  if (first && args.length === 1) return (frame) => operator.evaluate([first(frame)], types, frame.world.around);
  if (first && second && args.length === 2) {
    return (frame) => operator.evaluate([first(frame), second(frame)], types, frame.world.around);
  }
  return (frame) =>
    operator.evaluate(
      args.map((arg) => arg(frame)),
      types,
      frame.world.around,
    );
}

function quantified(node: Extract<Node, { form: 'quantified' }>): Evaluator {
  const list = items(node.list);
  const satisfies = evaluator(node.satisfies);
  return (frame) => {
    let unknown = false;
    for (const item of list(frame)) {
      const holds = satisfies({ ...frame, variables: { ...frame.variables, [node.variable]: item } });
      if (holds === node.some) return node.some;
      if (holds === null) unknown = true;
    }
    return unknown ? null : !node.some;
  };
}

type Items = (frame: Frame) => readonly Value[];

function items(node: ListNode): Items {
  const run = plainItems(node);
  return (frame) => {
    const list = run(frame);
    frame.trace?.set(node, list);
    return list;
  };
}

function plainItems(node: ListNode): Items {
  switch (node.form) {
    case 'relation': {
      const of = evaluator(node.of);
      return (frame) => {
        const row = of(frame);
        return row === null ? [] : frame.world.related(node.kind, node.field, row as number);
      };
    }
    case 'list': {
      const parts = node.items.map(evaluator);
      return (frame) => parts.map((part) => part(frame));
    }
    case 'slot':
      return (frame) => (frame.slots[node.name] as readonly Value[] | null | undefined) ?? [];
    case 'filter': {
      const list = items(node.list);
      const where = evaluator(node.where);
      return (frame) =>
        list(frame).filter(
          (item) => where({ ...frame, variables: { ...frame.variables, [node.variable]: item } }) === true,
        );
    }
    case 'map': {
      const list = items(node.list);
      const each = evaluator(node.each);
      return (frame) =>
        list(frame).map((item) => each({ ...frame, variables: { ...frame.variables, [node.variable]: item } }));
    }
  }
}
