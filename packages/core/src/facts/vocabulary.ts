import type { Field, Purpose } from './field.ts';
import type { Kind } from './kind.ts';
import * as custody from './kinds/custody.ts';
import * as decisions from './kinds/decisions.ts';
import * as education from './kinds/education.ts';
import * as exchange from './kinds/exchange.ts';
import * as inspection from './kinds/inspection.ts';
import * as organisation from './kinds/organisation.ts';
import * as people from './kinds/people.ts';
import * as reporting from './kinds/reporting.ts';
import * as travel from './kinds/travel.ts';

/** A relation seen from the kind that is pointed at: `trip.travellers` are the travellers whose `trip` is that trip. */
export type Inverse = { readonly kind: string; readonly field: string };

export type Vocabulary = {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly inverses: ReadonlyMap<string, ReadonlyMap<string, Inverse>>;
};

const isKind = (value: unknown): value is Kind => typeof value === 'object' && value !== null && 'happened' in value;

/** Puts kinds together and finds the inverse of every relation. Throws when two relations claim one name: a fault in our own code. */
export function vocabularyOf(kinds: readonly Kind[]): Vocabulary {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const inverses = new Map<string, Map<string, Inverse>>(kinds.map((kind) => [kind.name, new Map()]));
  for (const kind of kinds) {
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.type !== 'ref' || field.to === undefined || field.inverse === undefined) continue;
      const target = byName.get(field.to);
      const known = inverses.get(field.to);
      if (!target || !known) throw new Error(`${kind.name}.${name} points at ${field.to}, which is no kind`);
      if (known.has(field.inverse) || field.inverse in target.fields) {
        throw new Error(`${field.to}.${field.inverse} is declared twice`);
      }
      known.set(field.inverse, { kind: kind.name, field: name });
    }
  }
  return { kinds: byName, inverses };
}

const modules = [organisation, people, travel, education, exchange, reporting, custody, inspection, decisions];

export const vocabulary: Vocabulary = vocabularyOf(modules.flatMap((module) => Object.values(module).filter(isKind)));

export const purposeOf = (kind: Kind, field: Field): Purpose => field.purpose ?? kind.purpose;

/** Every declared word of every field, in code-point order. */
export const declaredWords = (words: Vocabulary): string[] =>
  [
    ...new Set(
      [...words.kinds.values()].flatMap((kind) =>
        Object.values(kind.fields).flatMap((field) => Object.keys(field.words ?? {})),
      ),
    ),
  ].toSorted();
