import { vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';

type Step = { readonly to: 'referring'; readonly kind: string; readonly field: string };

/**
 * Where a subject lies: the person it is about and the unit, as references to follow from it. Written by hand, not found by search: a
 * document is not about the person who happens to keep a copy of it. A kind that is not named belongs to the organisation as a whole.
 */
const places: Readonly<Record<string, { readonly person?: readonly string[]; readonly unit?: readonly string[] }>> = {
  unit: { unit: ['id'] },
  person: { person: ['id'], unit: ['unit'] },
  post: { unit: ['unit'] },
  trip: { unit: ['unit'] },
  course: { unit: ['unit'] },
  exchangeActivity: { unit: ['unit'] },
  selfInspection: { unit: ['unit'] },
  finding: { unit: ['selfInspection', 'unit'] },
  traveller: { person: ['person'], unit: ['person', 'unit'] },
  deviation: { person: ['traveller', 'person'], unit: ['traveller', 'person', 'unit'] },
  assignment: { person: ['person'], unit: ['post', 'unit'] },
  leaving: { person: ['person'], unit: ['person', 'unit'] },
  coolingOff: { person: ['person'], unit: ['person', 'unit'] },
  clearance: { person: ['person'], unit: ['person', 'unit'] },
  posting: { person: ['person'], unit: ['person', 'unit'] },
  accessGrant: { person: ['person'], unit: ['person', 'unit'] },
  appointment: { person: ['person'], unit: ['person', 'unit'] },
};

/** A FROM clause with an expression each for person and unit of the subjects `fact` of a kind. */
export function placeOf(kind: string): { readonly from: string; readonly person: string; readonly unit: string } {
  const joins = new Map<string, string>();
  const follow = (path: readonly string[] | undefined): string => {
    if (path === undefined) return 'NULL::text';
    let alias = 'fact';
    let of = kind;
    for (const field of path.slice(0, -1)) {
      const to = vocabulary.kinds.get(of)?.fields[field]?.to;
      if (to === undefined) throw new Error(`${of}.${field} is no relation`);
      const next = `${alias}_${to.toLowerCase()}`;
      joins.set(
        next,
        `LEFT JOIN ${tableName(to)} ${next} ON ${next}.org_id = ${alias}.org_id AND ${next}.id = ${alias}.${columnName(field)}`,
      );
      [alias, of] = [next, to];
    }
    const last = path.at(-1) ?? 'id';
    return `${alias}.${last === 'id' ? 'id' : columnName(last)}`;
  };
  const person = follow(places[kind]?.person);
  const unit = follow(places[kind]?.unit);
  return { from: `${tableName(kind)} fact ${[...joins.values()].join(' ')}`, person, unit };
}

/** Ways from a changed fact to the subjects whose place hangs on it: along the same references, backwards. */
export function placeReaches(changed: string): ReadonlyMap<string, readonly Step[][]> {
  const found = new Map<string, Step[][]>();
  for (const [kind, { person = [], unit = [] }] of Object.entries(places)) {
    for (const path of [person, unit]) {
      let of = kind;
      let steps: Step[] = [];
      for (const field of path.slice(0, -1)) {
        steps = [{ to: 'referring', kind: of, field }, ...steps];
        of = vocabulary.kinds.get(of)?.fields[field]?.to ?? '';
        if (of === changed) found.set(kind, [...(found.get(kind) ?? []), steps]);
      }
    }
  }
  return found;
}
