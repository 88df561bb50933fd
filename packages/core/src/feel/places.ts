import type { Node } from './tree.ts';
import type { Value } from './values.ts';

/**
 * Values of one evaluation: what comes from outside, the variables, and the last value of every node looked at, each in its place.
 * Whoever keeps `seen` has the trace; whoever does not may use the same frame again.
 */
export type Frame = {
  slots: Readonly<Record<string, Value>>;
  readonly variables: Value[];
  seen: (Value | undefined)[];
};

/** What each node of a tree came to in one evaluation; a node that was not looked at has no value. */
export type Trace = {
  readonly get: (node: Node) => Value | undefined;
  readonly has: (node: Node) => boolean;
  /** How many nodes have one. */
  readonly size: number;
};

/** Gives each node and variable of the trees compiled together a place in an array: writing a value costs one store, not a look-up. */
export class Places {
  readonly #nodes = new Map<Node, number>();
  readonly #variables = new Map<string, number>();

  of(node: Node): number {
    return placeIn(this.#nodes, node);
  }

  variable(name: string): number {
    return placeIn(this.#variables, name);
  }

  /** Room for one evaluation; asked for when everything is compiled. */
  frame(slots: Readonly<Record<string, Value>>): Frame {
    return { slots, variables: Array.from(this.#variables, () => null), seen: this.unseen() };
  }

  unseen(): (Value | undefined)[] {
    return Array.from(this.#nodes, () => undefined);
  }

  trace(seen: readonly (Value | undefined)[]): Trace {
    return new Seen(this, seen);
  }

  find(node: Node): number | undefined {
    return this.#nodes.get(node);
  }
}

function placeIn<Key>(places: Map<Key, number>, key: Key): number {
  const place = places.get(key) ?? places.size;
  places.set(key, place);
  return place;
}

class Seen implements Trace {
  readonly #places: Places;
  readonly #seen: readonly (Value | undefined)[];

  constructor(places: Places, seen: readonly (Value | undefined)[]) {
    this.#places = places;
    this.#seen = seen;
  }

  get(node: Node): Value | undefined {
    const place = this.#places.find(node);
    return place === undefined ? undefined : this.#seen[place];
  }

  has(node: Node): boolean {
    return this.get(node) !== undefined;
  }

  get size(): number {
    return this.#seen.reduce((count: number, value) => (value === undefined ? count : count + 1), 0);
  }
}
