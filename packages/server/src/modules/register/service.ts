import {
  decidedKinds,
  isRecordedByHand,
  mayReadFacts,
  mayRecordFacts,
  ofOthersOnly,
  type Place,
  reaches,
  type Scope,
  scopeOf,
} from '@sallyport/core/access';
import { formatDay } from '@sallyport/core/calendar';
import { type Cell, hasClassifiedMark, type Kind, vocabulary } from '@sallyport/core/facts';
import { columnName } from '@sallyport/core/feel';
import type { Actor } from '../../platform/actions/actor.ts';
import type { Context } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { circlesIn } from './circle.ts';
import { cellsOf } from './compare.ts';
import { type Fields, shownFields } from './fact-columns.ts';
import { requireOurs } from './from-file/require-ours.ts';
import { deleteHeldOf } from './from-file/store.ts';
import { requireConsulted } from './in-force.ts';
import { type FieldProblem, readFields } from './read-fields.ts';
import * as store from './store.ts';
import { unreferred } from './unreferred.ts';

export type RegisterParts = {
  readonly ids: { readonly uuid: () => string };
  /** Whether a fact was taken away because another stands for it. */
  readonly isMerged: (tx: Transaction, kind: string, id: string) => Promise<boolean>;
  /** The object of another room, `kind` and `id`, that a fact is part of: what is done to it is done there. */
  readonly inRoom: InRoom;
};

type InRoom = (
  tx: Transaction,
  fact: {
    readonly kind: string;
    readonly id: string;
    readonly fields: Fields;
    /** What a correction by somebody else than it is about changes of it. */
    readonly changed?: readonly string[];
  },
) => Promise<{ readonly kind: string; readonly id: string } | null>;

export const kindNamed = (name: string): Kind =>
  vocabulary.kinds.get(name) ?? refuse('register.no-such-kind', { kind: name });

/** What of a kind the actor may read or record: the roles whose purposes allow it, with the reach the contract gives them. */
export function scopeFor(kind: Kind, actor: Actor, act: 'read' | 'record'): Scope | null {
  if (actor.via === 'machine') return { whole: true };
  const may = act === 'read' ? mayReadFacts : mayRecordFacts;
  const grants = actor.grants.filter(({ role }) => may(role, kind.purpose));
  return scopeOf(
    Object.fromEntries(grants.map(({ role }) => [role, role === 'member' ? 'own' : 'grant'] as const)),
    grants,
    actor.person,
  );
}

function requireRecording(kind: Kind, actor: Actor, place: Place): void {
  if (actor.via === 'machine') return;
  const open = actor.via === 'import' ? !decidedKinds.has(kind.name) : isRecordedByHand(kind.name);
  if (!open) refuse('register.has-own-action', { kind: kind.name });
  // Neither by hand nor from a file: what they hold is for somebody else to record.
  if (ofOthersOnly.has(kind.name) && place.person !== null && place.person === actor.person)
    refuse('register.not-of-oneself', { kind: kind.name });
  const scope = scopeFor(kind, actor, 'record') ?? refuse('request.not-allowed');
  if (!reaches(scope, place)) refuse('request.not-found');
}

export type RecordInput = { readonly kind: string; readonly id?: string | undefined; readonly fields: Fields };

export function createRegister({ ids, isMerged, inRoom }: RegisterParts) {
  /** By hand or from a file, nobody gets past what a room asks of those who change its objects. */
  async function requireOutside(
    tx: Transaction,
    kind: string,
    id: string,
    states: readonly Fields[],
    changed: readonly string[] = [],
  ): Promise<void> {
    for (const fields of states) {
      const room = await inRoom(tx, { kind, id, fields, changed });
      if (room !== null) refuse('register.in-its-room', room);
    }
  }

  async function record(context: Context, input: RecordInput) {
    const kind = kindNamed(input.kind);
    const id = input.id ?? ids.uuid();
    const { fields, place } = await writeFact(context, kind, id, input.fields);
    await requireOutside(context.tx, kind.name, id, [fields]);
    // Where it lies is known once it is there: what lies out of reach is not recorded after all.
    requireRecording(kind, context.actor, place);
    return doneWith(kind, id, 1, fields, place.person);
  }

  async function restore(context: Context, input: RestoreInput) {
    // Recorded again by itself it would be there twice, and all that was its own would stay with the other: undoing the merge brings it back.
    if (await isMerged(context.tx, input.kind, input.id)) refuse('register.merged', { id: input.id });
    const done = await recordAgain(context, input);
    await requireOutside(context.tx, input.kind, input.id, [done.entry.fields]);
    return done;
  }

  async function correct(context: Context, input: CorrectInput) {
    const kind = kindNamed(input.kind);
    const before = await current(context.tx, kind, input);
    const done = await correctCurrent(context, kind, before, input);
    const { person } = done.entry;
    const fields: Fields = done.entry.fields;
    const names = Object.keys(kind.fields).filter((name) => (before.fields[name] ?? null) !== (fields[name] ?? null));
    const ofOthers = context.actor.person === null || context.actor.person !== person;
    await requireOutside(context.tx, kind.name, input.id, [before.fields, fields], ofOthers ? names : []);
    return done;
  }

  async function withdraw(context: Context, input: WithdrawInput) {
    const kind = kindNamed(input.kind);
    const before = await current(context.tx, kind, input);
    requireRecording(kind, context.actor, await placeOf(context.tx, kind, input.id));
    await requireOutside(context.tx, kind.name, input.id, [before.fields]);
    return withdrawCurrent(context, kind, before, input);
  }

  return { record, restore, correct, withdraw };
}

type RestoreInput = { readonly kind: string; readonly id: string; readonly version: number; readonly fields: Fields };

/** A fact that was withdrawn is recorded again as the same one, with its history and its duties (DECISIONS 6). */
async function recordAgain(context: Context, input: RestoreInput) {
  const kind = kindNamed(input.kind);
  const last = (await store.lastVersion(context.tx, kind, input.id)) ?? refuse('request.not-found');
  if (last.change === 'erase') refuse('register.id-spent', { id: input.id });
  if (last.change !== 'withdraw') refuse('register.id-taken', { id: input.id });
  const version = last.version + 1;
  const { fields, place } = await writeVersion(context, kind, input.id, version, input.fields);
  requireRecording(kind, context.actor, place);
  if (last.version !== input.version) refuse('register.stale-version', { yours: input.version, current: last.version });
  return doneWith(kind, input.id, version, fields, place.person);
}

/**
 * Writes a new fact with its first version, for an action that has decided already that it may be written: `register.record`, and the
 * actions of the kinds that are decided and not recorded (a handover).
 */
export const writeFact = (context: Context, kind: Kind, id: string, given: Fields) =>
  writeVersion(context, kind, id, 1, given);

async function writeVersion(
  { tx, actor, now, facts }: Context,
  kind: Kind,
  id: string,
  version: number,
  given: Fields,
) {
  const cells = await checked(tx, kind, given);
  const happenedOn = happenedOf(kind, cells);
  // What an imported register says was so, it says: a rule of the house that was never consulted on shows as a duty that is not met.
  if (actor.via !== 'machine') await requireConsulted(tx, kind, cells);
  const recordedAt = new Date(now / 1000);
  if (!(await store.insertFact(tx, kind, id, version, cells, happenedOn, recordedAt)))
    refuse('register.id-taken', { id });
  // Asked after the insert, which waits for whoever is withdrawing that very fact. An id names one fact for ever: a second one under it
  // would take over the versions, the entries and the duties of the first, and of somebody who was erased.
  if (version === 1 && (await store.hasVersions(tx, kind, id))) refuse('register.id-spent', { id });
  const fields = shownFields(kind, cells);
  const change = { kind: kind.name, id, version, change: 'record', effective: happenedOn } as const;
  const [, found] = await Promise.all([
    store.insertVersion(tx, { ...change, recordedAt, fields, reason: null, account: actor.account }),
    store.findFact(tx, kind, id),
  ]);
  facts.after(kind.name, [id]);
  return { fields, place: found?.place ?? { person: null, unit: null } };
}

type CorrectInput = RecordInput & { readonly id: string; readonly version: number; readonly reason: string };

async function correctCurrent(context: Context, kind: Kind, before: store.StoredFact, input: CorrectInput) {
  const { tx, actor } = context;
  const place = await placeOf(tx, kind, input.id);
  requireRecording(kind, actor, place);
  const { version, fields } = await correctTo(context, kind, before, input);
  // What was taken over on purpose is not among it; the file itself corrects what it keeps.
  if (actor.via !== 'machine' && actor.via !== 'import') await requireOurs(tx, kind, input.id, before.fields, fields);
  // A correction may not carry the fact out of the corrector's reach.
  requireRecording(kind, actor, await placeOf(tx, kind, input.id));
  return doneWith(kind, input.id, version, { ...fields, reason: input.reason }, place.person);
}

/** Writes the next version of a fact that is locked, for an action that has decided already that it may be changed. */
export async function correctTo(
  { tx, actor, now, facts }: Context,
  kind: Kind,
  before: store.StoredFact,
  given: { readonly fields: Fields; readonly reason: string },
) {
  const { id } = before;
  await facts.before(kind.name, [id]);
  const cells = await checked(tx, kind, given.fields, before.fields);
  const circles = await circlesIn(tx, kind, id, cells);
  if (circles.length > 0) refuse('register.fields-refused', { problems: circles });
  const happenedOn = happenedOf(kind, cells);
  await requireConsulted(tx, kind, cells);
  const version = before.version + 1;
  await store.updateFact(tx, kind, id, version, cells, happenedOn);
  const fields = shownFields(kind, cells);
  await store.insertVersion(tx, {
    kind: kind.name,
    id,
    version,
    change: 'correct',
    effective: happenedOn,
    recordedAt: new Date(now / 1000),
    fields,
    reason: given.reason,
    account: actor.account,
  });
  facts.after(kind.name, [id]);
  return { version, fields };
}

type WithdrawInput = { readonly kind: string; readonly id: string; readonly version: number; readonly reason: string };

async function withdrawCurrent(
  { tx, actor, now, facts }: Context,
  kind: Kind,
  before: store.StoredFact,
  input: WithdrawInput,
) {
  const place = await placeOf(tx, kind, input.id);
  requireRecording(kind, actor, place);
  // Asked of all kinds at once first: who withdraws thousands waits for one question each.
  if ((await unreferred(tx, kind, [input.id])).length === 0) {
    const referring = await referringKind(tx, kind, input.id);
    if (referring !== null) refuse('register.referred-to', { kind: referring });
  }
  await facts.before(kind.name, [input.id]);
  await store.deleteFact(tx, kind, input.id);
  await deleteHeldOf(tx, kind, input.id);
  const version = before.version + 1;
  await store.insertVersion(tx, {
    kind: kind.name,
    id: input.id,
    version,
    change: 'withdraw',
    effective: before.happenedOn,
    recordedAt: new Date(now / 1000),
    fields: null,
    reason: input.reason,
    account: actor.account,
  });
  return doneWith(kind, input.id, version, { reason: input.reason }, place.person);
}

function doneWith(kind: Kind, id: string, version: number, fields: Fields, person: string | null) {
  return {
    output: { kind: kind.name, id, version },
    entry: { subject: `${kind.name}/${id}`, fields: { ...fields, version }, person },
  };
}

async function placeOf(tx: Transaction, kind: Kind, id: string): Promise<Place> {
  return (await store.findFact(tx, kind, id))?.place ?? refuse('request.not-found');
}

/** The fact as it stands, if it is the one the editor saw; otherwise both are shown (DECISIONS 6, optimistic versions). */
async function current(
  tx: Transaction,
  kind: Kind,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<store.StoredFact> {
  const fact = (await store.lockFact(tx, kind, id)) ?? refuse('request.not-found');
  if (fact.version !== version) refuse('register.stale-version', { yours: version, current: fact.version });
  return fact;
}

/** All cells of the fact, each readable, each reference pointing at something. */
async function checked(
  tx: Transaction,
  kind: Kind,
  given: Fields,
  before: Fields = {},
): Promise<ReadonlyMap<string, Cell>> {
  // Nothing of what was sent is kept or repeated (PEOPLE.md, "Classified content does not go in").
  if (Object.values(given).some((value) => typeof value === 'string' && hasClassifiedMark(value)))
    return refuse('register.classified-mark');
  const read = readFields(kind, given, Object.keys(before).length === 0 ? new Map() : cellsOf(kind, before));
  if (!read.ok) return refuse('register.fields-refused', { problems: read.problems });
  const problems: FieldProblem[] = [];
  for (const [name, field] of Object.entries(kind.fields)) {
    const id = read.cells.get(name);
    const target = field.to === undefined ? undefined : vocabulary.kinds.get(field.to);
    if (target === undefined || typeof id !== 'string') continue;
    if ((await store.missingIds(tx, target, [id])).length > 0) problems.push({ field: name, problem: 'no-such-fact' });
  }
  return problems.length === 0 ? read.cells : refuse('register.fields-refused', { problems });
}

/** The day the fact came to be: it places the fact in time for every rule, so it cannot be unknown. */
function happenedOf(kind: Kind, cells: ReadonlyMap<string, Cell>): string {
  const day = cells.get(kind.happened);
  return typeof day === 'number'
    ? formatDay(day)
    : refuse('register.fields-refused', { problems: [{ field: kind.happened, problem: 'missing' }] });
}

/** The first kind of fact that still refers to this one. */
async function referringKind(tx: Transaction, kind: Kind, id: string): Promise<string | null> {
  for (const { kind: name, field } of vocabulary.inverses.get(kind.name)?.values() ?? []) {
    const referring = vocabulary.kinds.get(name);
    if (referring !== undefined && (await store.isReferredTo(tx, referring, columnName(field), id))) return name;
  }
  return null;
}
