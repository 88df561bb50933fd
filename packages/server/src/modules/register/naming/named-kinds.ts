import { type Cell, type Kind, vocabulary } from '@sallyport/core/facts';
import { columnName } from '@sallyport/core/feel';
import { sortKeys } from './sort-key.ts';

/**
 * The kinds that are listed and looked for by name, and the field that holds it. The name of a contact is in no index: who knows whom
 * is not to be fished for (PEOPLE.md, abuse 11).
 */
const nameFields = { organisation: 'name', unit: 'name', person: 'name', post: 'title', branch: 'name' } as const;

export type NamedKind = keyof typeof nameFields;
export const namedKinds = Object.keys(nameFields) as readonly NamedKind[];

const isNamed = (name: string): name is NamedKind => Object.hasOwn(nameFields, name);

export type Naming = {
  readonly kind: Kind;
  /** Of the table. */
  readonly column: string;
  readonly sorted: (name: string) => { readonly zh: string; readonly en: string };
};

const namings = new Map<string, Naming>(
  [...vocabulary.kinds.values()].flatMap((kind) => {
    if (!isNamed(kind.name)) return [];
    const surname = kind.name === 'person';
    const column = columnName(nameFields[kind.name]);
    return [[kind.name, { kind, column, sorted: (name: string) => sortKeys(name, { surname }) }]];
  }),
);

export const namingOf = (kind: Kind): Naming | undefined => namings.get(kind.name);
export const allNamings = (): readonly Naming[] => [...namings.values()];

/** What a fact is called; null where its kind has no name that is looked for. */
export function nameIn(kind: Kind, cells: ReadonlyMap<string, Cell>): string | null {
  const name = isNamed(kind.name) ? cells.get(nameFields[kind.name]) : null;
  return typeof name === 'string' ? name : null;
}
