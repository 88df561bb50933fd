/** Leaves from `from` up to `until`. */
export type Range = { readonly from: number; readonly until: number };

/** A node over 2^level leaves; it is complete, and so never changes. */
export type Node = { readonly level: number; readonly index: number };

/** The greatest power of two below n (n at least 2): where RFC 6962 splits a tree of n leaves. */
export function splitOf(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

/** The complete nodes that make up a range as RFC 6962 splits it, from left to right. */
export function nodesOf({ from, until }: Range): Node[] {
  const nodes: Node[] = [];
  let at = from;
  for (let level = 52; level >= 0; level--) {
    const width = 2 ** level;
    if (until - at < width) continue;
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}
