import { reaches } from '@sallyport/core/access';
import type { Kind } from '@sallyport/core/facts';
import { columnName } from '@sallyport/core/feel';
import { implementAction, implementQuery, type QueryContext, type Room } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import * as contract from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { fromFileActs } from './from-file/acts.ts';
import { heldFields } from './from-file/store.ts';
import { branchesQuery } from './lists/branches.ts';
import { peopleQuery } from './lists/people.ts';
import { soughtIn } from './lists/sought.ts';
import { type LeadsOf, unitsQuery } from './lists/units.ts';
import { namesQuery } from './names.ts';
import { createRegister, kindNamed, type RegisterParts, scopeFor } from './service.ts';
import * as store from './store.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { changeFact } from './change-fact.ts';
export { registerTables } from './columns.ts';
export { comparedWith } from './compare.ts';
export { endFact } from './end-fact.ts';
export { erasableKinds } from './erasable.ts';
export {
  countDueFacts,
  type ErasedFact,
  eraseDueFacts,
  eraseFactsOfPerson,
  eraseNamedFacts,
  type HeldOf,
  isAboutOneOf,
} from './erase.ts';
export type { Fields } from './fact-columns.ts';
export {
  factsOf,
  factsThere,
  factVersions,
  labelsOf,
  type StoredFact,
  versionFields,
  versionsThere,
} from './for-import.ts';
export { heldKinds, takenOver } from './from-file/store.ts';
export { countHeld } from './held.ts';
export { kindsInOrder, rowsInOrder } from './import-order.ts';
export { requirePolicyInForce } from './in-force.ts';
export { lastNames } from './last-names.ts';
export { peopleNamed } from './lists/people-named.ts';
export { unitsUnder } from './lists/unit-store.ts';
export { refreshNames } from './naming/refresh-names.ts';
export { markGiven, organisationsWithoutRegion, ownOrganisation } from './organisation.ts';
export { bringBack, correctNow, type Pointer, pointersTo, rePoint, takeAway } from './re-point.ts';
export { readRegister } from './read-register.ts';
export { readsAll, requireFact } from './require-fact.ts';
export { kindNamed, scopeFor, writeFact } from './service.ts';
export { unreferred } from './unreferred.ts';
export { referredFact, relatedFacts } from './within-reach.ts';

/** The register: facts of every kind of the vocabulary, recorded, corrected and withdrawn by hand; never deleted (DECISIONS 6). */
export function registerRoom(parts: RegisterParts & { readonly leadsOf: LeadsOf }): Room {
  const { record, restore, correct, withdraw } = createRegister(parts);
  return {
    actions: [
      implementAction(contract.recordFact, { handle: record }),
      implementAction(contract.importFact, { handle: record }),
      implementAction(contract.restoreFact, { handle: restore }),
      implementAction(contract.correctFact, { handle: correct }),
      implementAction(contract.withdrawFact, { handle: withdraw }),
      ...fromFileActs,
    ],
    queries: [
      implementQuery(contract.oneFact, {
        answer: async (context, input) => {
          const { kind, found } = await readable(context, input);
          const held = await heldFields(context.tx, kind, input.id);
          const { fields } = found.fact;
          const inRoom = await parts.inRoom(context.tx, { kind: kind.name, id: input.id, fields });
          return { output: { ...shownOf(kind, found), held, inRoom }, persons: personsOf([found]) };
        },
      }),
      implementQuery(contract.listFacts, { answer: list }),
      namesQuery,
      peopleQuery,
      unitsQuery(parts.leadsOf),
      branchesQuery,
      implementQuery(contract.factHistory, {
        answer: async (context, input) => {
          const { kind, found } = await readable(context, input);
          const versions = await store.findVersions(context.tx, kind, input.id);
          return {
            output: {
              versions: versions.map(({ kind: _kind, id: _id, recordedAt, fields, ...version }) => ({
                ...version,
                fields: fields === null ? null : { ...fields },
                recordedAt: recordedAt.toISOString(),
              })),
            },
            persons: personsOf([found]),
          };
        },
      }),
    ],
    words: { zh, en },
  };
}

const shownOf = (kind: Kind, { fact }: store.Placed): contract.FactShown => ({
  kind: kind.name,
  ...fact,
  fields: { ...fact.fields },
});

const personsOf = (found: readonly store.Placed[]): string[] => [
  ...new Set(found.flatMap(({ place }) => (place.person === null ? [] : [place.person]))),
];

async function readable(
  { tx, actor }: QueryContext,
  input: { readonly kind: string; readonly id: string },
): Promise<{ readonly kind: Kind; readonly found: store.Placed }> {
  const kind = kindNamed(input.kind);
  const scope = scopeFor(kind, actor, 'read') ?? refuse('request.not-allowed');
  const found = (await store.findFact(tx, kind, input.id)) ?? refuse('request.not-found');
  if (!reaches(scope, found.place)) refuse('request.not-found');
  return { kind, found };
}

type ListInput = {
  readonly kind: string;
  readonly field?: string | undefined;
  readonly to?: string | undefined;
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

async function list({ tx, actor }: QueryContext, { kind: name, field, to, search, cursor, limit }: ListInput) {
  const kind = kindNamed(name);
  const scope = scopeFor(kind, actor, 'read') ?? refuse('request.not-allowed');
  const refers = field === undefined || kind.fields[field]?.type !== 'ref' ? null : columnName(field);
  if (field !== undefined && (refers === null || to === undefined)) refuse('request.invalid');
  const found = await store.listFacts(tx, kind, scope, {
    column: refers,
    to: to ?? null,
    sought: search === undefined ? null : await soughtIn(tx, kind, search),
    after: cursor === undefined ? null : readCursor(cursor),
    limit,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1)?.fact;
  return {
    output: {
      items: items.map((one) => shownOf(kind, one)),
      next: found.length > limit && last !== undefined ? writeCursor(last.happenedOn, last.id) : null,
    },
    persons: personsOf(items),
  };
}
