import type { Kind, Vocabulary } from '../facts/index.ts';

/** References to follow, one after the other, from a fact; empty for the fact itself. */
export type Path = readonly string[];

/** How to find whom a fact is about and in which unit it lies; null where it has no such thing. */
export type PlacePaths = { readonly person: Path | null; readonly unit: Path | null };

/** No fact is further than this from its person or unit. */
const furthest = 3;

/**
 * The shortest ways from a kind to a person and to a unit along its references. A fact about a person lies in the person's unit; only
 * where there is no person does the unit of the record itself count, so that nobody's record escapes by naming another unit.
 */
export function placePathsOf(kind: Kind, vocabulary: Vocabulary): PlacePaths {
  const person = shortest(kind, 'person', vocabulary);
  if (person !== null) return { person, unit: [...person, 'unit'] };
  return { person: null, unit: shortest(kind, 'unit', vocabulary) };
}

function shortest(kind: Kind, target: string, vocabulary: Vocabulary): Path | null {
  let paths: { readonly at: Kind; readonly path: Path }[] = [{ at: kind, path: [] }];
  for (let step = 0; step <= furthest; step++) {
    const there = paths.find(({ at }) => at.name === target);
    if (there !== undefined) return there.path;
    paths = paths.flatMap(({ at, path }) =>
      Object.entries(at.fields).flatMap(([name, { to }]) => {
        // The organisation belongs to nobody: a way through it would lead to somebody at random.
        const next = to === undefined || to === 'organisation' ? undefined : vocabulary.kinds.get(to);
        return next === undefined ? [] : [{ at: next, path: [...path, name] }];
      }),
    );
  }
  return null;
}
