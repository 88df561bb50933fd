import { placePathsOf } from '@sallyport/core/access';
import { type Field, type Kind, vocabulary } from '@sallyport/core/facts';
import { columnName } from '@sallyport/core/feel';

/** A kind of fact that holds something of a person, and what erasing it does. */
export type Erasable = {
  readonly kind: Kind;
  /** The fact is nothing but a fact about a person: its row goes, where nothing that stays refers to it. */
  readonly wholeRow: boolean;
  readonly personal: readonly string[];
};

const personalFields = (kind: Kind): string[] =>
  Object.entries(kind.fields).flatMap(([name, { personal }]) => (personal === 'no' ? [] : [name]));

/** Whether a fact of the kind cannot be without its person: every reference on the way is required. */
function belongsToPerson(kind: Kind): boolean {
  const path = placePathsOf(kind, vocabulary).person;
  if (path === null) return false;
  let at: Kind | undefined = kind;
  for (const step of path) {
    const field: Field | undefined = at?.fields[step];
    if (field === undefined || field.nullable) return false;
    at = vocabulary.kinds.get(field.to ?? '');
  }
  return true;
}

function erasable(kind: Kind): Erasable[] {
  const [wholeRow, personal] = [belongsToPerson(kind), personalFields(kind)];
  return wholeRow || personal.length > 0 ? [{ kind, wholeRow, personal }] : [];
}

/** Those that refer before those that are referred to, so that a row is free to go when its turn comes. */
function referringFirst(kinds: readonly Kind[]): Kind[] {
  const [sorted, visited] = [new Set<Kind>(), new Set<Kind>()];
  const visit = (kind: Kind): void => {
    if (visited.has(kind)) return;
    visited.add(kind);
    for (const { kind: name } of vocabulary.inverses.get(kind.name)?.values() ?? []) {
      const referring = vocabulary.kinds.get(name);
      if (referring !== undefined) visit(referring);
    }
    sorted.add(kind);
  };
  for (const kind of kinds) visit(kind);
  return [...sorted];
}

export const erasableKinds: readonly Erasable[] = referringFirst([...vocabulary.kinds.values()]).flatMap(erasable);

/**
 * The day from which the bound is counted, in SQL; null while what the fact serves goes on. A post still held and the record of somebody
 * still here are not erased in the middle; what has no end of its own ends at the latest when the person leaves.
 */
export function boundFrom({ kind }: Erasable, leftOn: string | null): string {
  if (kind.name === 'person') return 'fact.left_on';
  if (kind.valid === undefined) return 'fact.happened_on';
  const until = `fact.${columnName(kind.valid.until)}`;
  const end = leftOn === null ? until : `coalesce(${until}, ${leftOn})`;
  return `CASE WHEN ${end} IS NOT NULL THEN greatest(fact.happened_on, ${end}) END`;
}

const byType = {
  text: `'—'`,
  boolean: 'false',
  integer: '0',
  instant: '0',
} as const;

/** What stands where a value was, in a row that cannot go. A required reference stays: it leads to a person who is erased as well. */
export function standIn(kind: Kind, name: string): string {
  const field = kind.fields[name];
  const column = columnName(name);
  if (field === undefined) throw new Error(`${kind.name} has no ${name}`);
  // The year alone of an end: without it the row would ask for something again.
  if (field.type === 'day' && (field.ends === true || !isNullable(field))) return `date_trunc('year', ${column})::date`;
  if (isNullable(field)) return 'NULL';
  if (field.type === 'ref') return column;
  if (field.type === 'word') return `'${Object.keys(field.words ?? {}).at(-1) ?? ''}'`;
  return field.type === 'day' ? column : byType[field.type];
}

/** A milestone is null before it happened, whatever the register asks for. */
const isNullable = ({ nullable, timing }: Field): boolean => nullable || timing === 'milestone';
