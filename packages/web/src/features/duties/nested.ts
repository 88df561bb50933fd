type Line = { readonly level: number };

/** A line with the lines below it that are a level deeper. */
export type Nested<One extends Line> = { readonly line: One; readonly parts: readonly Nested<One>[] };

/** An outline as a tree: a line belongs to the last one above it of a lower level. */
export function nested<One extends Line>(lines: readonly One[]): readonly Nested<One>[] {
  const [first] = lines;
  if (first === undefined) return [];
  const next = lines.findIndex(({ level }, at) => at > 0 && level <= first.level);
  const end = next === -1 ? lines.length : next;
  return [{ line: first, parts: nested(lines.slice(1, end)) }, ...nested(lines.slice(end))];
}
