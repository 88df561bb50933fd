import type { Field, Kind, Vocabulary } from '../../facts/index.ts';
import type { Type } from '../types.ts';
import type { Words } from '../words.ts';

export type Slot = { readonly type: Type; readonly nullable: boolean };

/** What an expression may name. Inside a filter or quantifier a smaller scope stands in front of it. */
export type Scope = {
  readonly vocabulary: Vocabulary;
  readonly variables: ReadonlyMap<string, Type>;
  /** Variables that stand for a fact and may be null all the same: items of a list of references. */
  readonly nullableVariables?: ReadonlySet<string>;
  /** How many filters and quantifiers stand around. */
  readonly loops?: number;
  /** Values from outside by dotted name: `setting.promptly`, `clause.reportWithin`, `period.start`, a context entry. */
  readonly slots: ReadonlyMap<string, Slot>;
  /** A rule may write 0, 1, true, false, null and declared words; anything else comes from a clause or a setting. */
  readonly literals: 'all' | 'rule';
  readonly declaredWords: ReadonlySet<string>;
  /** Why a field may not be read here, or null: the purpose walls. */
  readonly wall: (kind: Kind, field: Field) => Words | null;
};

export const noWall = (): null => null;

/** The scope inside a filter or quantifier. */
export const withVariable = (scope: Scope, name: string, type: Type, nullable = false): Scope => {
  const unsure = new Set(scope.nullableVariables);
  if (nullable) unsure.add(name);
  else unsure.delete(name);
  return {
    ...scope,
    variables: new Map([...scope.variables, [name, type]]),
    nullableVariables: unsure,
    loops: (scope.loops ?? 0) + 1,
  };
};
