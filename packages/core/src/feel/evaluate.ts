import type { Surroundings } from './operator.ts';
import type { Frame, Places } from './places.ts';
import type { ListNode, Node } from './tree.ts';
import type { Value } from './values.ts';

/** What an evaluation can see. Both hide what had not happened on the day asked about, and look names up once. */
export type World = {
  readonly around: Surroundings;
  /** Reads one field of any row. */
  readonly reader: (kind: string, field: string) => (row: number) => Value;
  /** Finds the rows of a kind that point at a row by a field. */
  readonly relatives: (kind: string, field: string) => (row: number) => readonly number[];
};

export type Evaluator = (frame: Frame) => Value;
type Items = (frame: Frame) => readonly Value[];

/** Turns a tree into nested functions: the back end that explains. What has no value of its own to wait for is looked up here, once. */
export function evaluator(node: Node, world: World, places: Places): Evaluator {
  const at = places.of(node);
  switch (node.form) {
    case 'literal': {
      const { value } = node;
      return (frame) => {
        frame.seen[at] = value;
        return value;
      };
    }
    case 'slot': {
      const { name } = node;
      return (frame) => {
        const value = frame.slots[name] ?? null;
        frame.seen[at] = value;
        return value;
      };
    }
    case 'variable': {
      const variable = places.variable(node.name);
      return (frame) => {
        const value = frame.variables[variable] ?? null;
        frame.seen[at] = value;
        return value;
      };
    }
    case 'field': {
      const of = evaluator(node.of, world, places);
      const read = world.reader(node.kind, node.field);
      return (frame) => {
        const row = of(frame);
        const value = row === null ? null : read(row as number);
        frame.seen[at] = value;
        return value;
      };
    }
    case 'call':
      return call(node, world, places);
    case 'aggregate': {
      const { operator } = node;
      if (operator.arity !== 'list') throw new Error(`${operator.name} takes no list`);
      const list = items(node.list, world, places);
      const rest = node.rest.map((arg) => evaluator(arg, world, places));
      const element = typeof node.list.type === 'object' && 'list' in node.list.type ? node.list.type.list : 'null';
      return (frame) => {
        const members = list(frame);
        const value = operator.evaluate(
          members,
          rest.map((arg) => arg(frame)),
          element,
        );
        frame.seen[at] = value;
        return value;
      };
    }
    case 'quantified':
      return quantified(node, world, places);
    default:
      return items(node, world, places);
  }
}

/** No operator keeps its list of arguments, and no tree holds itself: one list serves every evaluation of a call. */
function call(node: Extract<Node, { form: 'call' }>, world: World, places: Places): Evaluator {
  const { operator } = node;
  if (operator.arity !== 'scalar') throw new Error(`${operator.name} takes a list`);
  const at = places.of(node);
  const { around } = world;
  const types = node.args.map((arg) => arg.type);
  const args = node.args.map((arg) => evaluator(arg, world, places));
  const given: Value[] = args.map(() => null);
  const [first, second] = args;
  if (first && second && args.length === 2) {
    return (frame) => {
      given[0] = first(frame);
      given[1] = second(frame);
      const value = operator.evaluate(given, types, around);
      frame.seen[at] = value;
      return value;
    };
  }
  return (frame) => {
    for (let index = 0; index < args.length; index++) given[index] = args[index]?.(frame) ?? null;
    const value = operator.evaluate(given, types, around);
    frame.seen[at] = value;
    return value;
  };
}

function quantified(node: Extract<Node, { form: 'quantified' }>, world: World, places: Places): Evaluator {
  const at = places.of(node);
  const list = items(node.list, world, places);
  const variable = places.variable(node.variable);
  const satisfies = evaluator(node.satisfies, world, places);
  const { some } = node;
  const ask = (frame: Frame): Value => {
    let unknown = false;
    for (const item of list(frame)) {
      const holds = withItem(frame, variable, item, satisfies);
      if (holds === some) return some;
      if (holds === null) unknown = true;
    }
    return unknown ? null : !some;
  };
  return (frame) => {
    const value = ask(frame);
    frame.seen[at] = value;
    return value;
  };
}

/** Evaluates with a variable set; an inner one of the same name gives way to the outer again. */
function withItem(frame: Frame, variable: number, item: Value, run: Evaluator): Value {
  const before = frame.variables[variable] ?? null;
  frame.variables[variable] = item;
  const value = run(frame);
  frame.variables[variable] = before;
  return value;
}

function items(node: ListNode, world: World, places: Places): Items {
  const at = places.of(node);
  const run = listOf(node, world, places);
  return (frame) => {
    const list = run(frame);
    frame.seen[at] = list;
    return list;
  };
}

const none: readonly Value[] = [];

function listOf(node: ListNode, world: World, places: Places): Items {
  switch (node.form) {
    case 'relation': {
      const of = evaluator(node.of, world, places);
      const relatives = world.relatives(node.kind, node.field);
      return (frame) => {
        const row = of(frame);
        return row === null ? none : relatives(row as number);
      };
    }
    case 'list': {
      const parts = node.items.map((item) => evaluator(item, world, places));
      return (frame) => parts.map((part) => part(frame));
    }
    case 'slot':
      return (frame) => (frame.slots[node.name] as readonly Value[] | null | undefined) ?? none;
    case 'filter': {
      const list = items(node.list, world, places);
      const variable = places.variable(node.variable);
      const where = evaluator(node.where, world, places);
      return (frame) => list(frame).filter((item) => withItem(frame, variable, item, where) === true);
    }
    case 'map': {
      const list = items(node.list, world, places);
      const variable = places.variable(node.variable);
      const each = evaluator(node.each, world, places);
      return (frame) => list(frame).map((item) => withItem(frame, variable, item, each));
    }
  }
}
