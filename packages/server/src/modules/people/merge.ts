import { hasClassifiedMark } from '@sallyport/core/facts';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { moveRows, type RowsOfPerson, returnRows } from '../../platform/database/rows-of-person.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { assignmentsToMove, putOffsOfSubject } from '../duties/index.ts';
import { moveFilesOfPerson, returnFiles } from '../files/index.ts';
import { movePrints, returnPrints } from '../forms/index.ts';
import { accountsOfPerson, inOneLine, moveAccount } from '../identity/index.ts';
import {
  bringBack,
  correctNow,
  type Fields,
  factsThere,
  kindNamed,
  pointersTo,
  rePoint,
  requireFact,
  takeAway,
} from '../register/index.ts';
import * as contract from './contract.ts';
import * as store from './merge-store.ts';
import { moveLeavings, returnLeavings } from './move-leavings.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** Milliseconds: the second person signs within a day; for thirty the two can be taken apart again. */
export const signWithin = 86_400_000;
const undoWithin = 30 * 86_400_000;

type Ids = { readonly uuid: () => string };

/** Rules whose duties hang on a person and nothing else. */
type RulesOnPersons = readonly string[];

export type MergeParts = {
  readonly ids: Ids;
  readonly rulesOnPersons: RulesOnPersons;
  /** What other rooms keep of somebody besides facts. */
  readonly rowsOfPersons: readonly RowsOfPerson[];
  /** Told once two entries are one, or are two again: what somebody decided may be about themselves. */
  readonly joined: (context: Context, person: string) => Promise<void>;
};

const person = () => kindNamed('person');

/** Two sets of rights are never joined by a merge: whoever gives roles decides which account goes on. */
async function requireOneAccount(tx: Transaction, keep: string, drop: string): Promise<void> {
  const [own, others] = [await accountsOfPerson(tx, keep), await accountsOfPerson(tx, drop)];
  if (own.length > 0 && others.length > 0) refuse('people.both-have-accounts');
}

async function fieldsOf(tx: Transaction, id: string): Promise<Fields> {
  return (await factsThere(tx, person(), [id]))[0]?.fields ?? refuse('request.not-found');
}

/** Of the values that are to be taken, those that are others than the kept entry has. */
function taken(kept: Fields, gone: Fields, names: readonly string[]): Fields {
  const wanted = Object.keys(person().fields).filter((name) => name !== 'organisation' && names.includes(name));
  return Object.fromEntries(
    wanted.filter((name) => (gone[name] ?? null) !== (kept[name] ?? null)).map((name) => [name, gone[name] ?? null]),
  );
}

async function waiting({ tx, now }: Context, id: string): Promise<store.Merge> {
  const found = (await store.lockMerge(tx, id)) ?? refuse('request.not-found');
  const over = now / 1000 - found.askedAt.getTime() > signWithin;
  return found.state !== 'asked' || over ? refuse('people.not-waiting') : found;
}

export function implementMerge(parts: MergeParts): ImplementedAction[] {
  const { ids } = parts;
  return [
    implementAction(contract.askMerge, {
      place: wholeOrganisation,
      async handle({ tx, actor, now }, { keep, drop, take, reason }) {
        if (keep === drop) refuse('people.same-person');
        if (hasClassifiedMark(reason)) refuse('register.classified-mark');
        for (const id of [keep, drop]) await requireFact(tx, actor, { kind: 'person', id }, 'record');
        await requireOneAccount(tx, keep, drop);
        const askedAt = new Date(now / 1000);
        if (await store.isAsked(tx, [keep, drop], new Date(askedAt.getTime() - signWithin)))
          refuse('people.already-asked');
        const fields = taken(await fieldsOf(tx, keep), await fieldsOf(tx, drop), take);
        const id = ids.uuid();
        const first = { firstAccount: actor.account, firstSession: actor.session ?? '' };
        await store.insertMerge(tx, { id, kept: keep, gone: drop, fields, reason, askedAt, ...first });
        return {
          output: { merge: id },
          entry: { subject: `personMerge/${id}`, fields: { keep, drop, fields, reason }, person: keep },
        };
      },
    }),
    implementAction(contract.confirmMerge, {
      place: wholeOrganisation,
      async handle(context, { merge: id }) {
        const found = await waiting(context, id);
        const { tx, actor, now } = context;
        const at = new Date(now / 1000);
        const sameHands = actor.account === found.firstAccount || actor.session === found.firstSession;
        const isAbout = actor.person !== null && [found.kept, found.gone].includes(actor.person);
        if (actor.account === null || sameHands || isAbout) return refuse('people.second-person');
        if (found.firstAccount !== null && (await inOneLine(tx, found.firstAccount, actor.account, at)))
          return refuse('people.second-person');
        await requireOneAccount(tx, found.kept, found.gone);
        const { ownHand, ...moved } = await merge(context, found, parts);
        await parts.joined(context, found.kept);
        await store.setMerged(tx, id, { ...moved, second: actor.account, at });
        const { kept, gone } = found;
        return {
          output: { merge: id },
          entry: {
            subject: `personMerge/${id}`,
            fields: {
              kept,
              gone,
              pointers: moved.pointers.length,
              files: moved.files.length,
              prints: moved.prints.length,
              rows: Object.values(moved.rows).flat().length,
              account: moved.account,
              ownHand,
            },
            person: kept,
          },
        };
      },
    }),
    implementAction(contract.declineMerge, {
      place: wholeOrganisation,
      async handle(context, { merge: id }) {
        const { kept } = await waiting(context, id);
        await store.setState(context.tx, id, 'declined', new Date(context.now / 1000));
        return { output: { merge: id }, entry: { subject: `personMerge/${id}`, fields: {}, person: kept } };
      },
    }),
    implementAction(contract.undoMerge, {
      place: wholeOrganisation,
      async handle(context, { merge: id, reason }) {
        const { tx, now } = context;
        const found = (await store.lockMerge(tx, id)) ?? refuse('request.not-found');
        const at = new Date(now / 1000);
        if (found.state !== 'merged' || found.mergedAt === null) return refuse('people.not-merged');
        if (at.getTime() - found.mergedAt.getTime() > undoWithin) refuse('people.too-late');
        const left = await undo(context, found, reason, parts.rowsOfPersons);
        for (const one of [found.kept, found.gone]) await parts.joined(context, one);
        await store.setState(tx, id, 'undone', at);
        return {
          output: { merge: id },
          entry: { subject: `personMerge/${id}`, fields: { reason, left }, person: found.kept },
        };
      },
    }),
  ];
}

/** Everything that points at the entry that goes points at the kept one; its id and its versions stay. */
async function merge(
  context: Context,
  { kept, gone, fields, reason }: store.Merge,
  { rulesOnPersons, rowsOfPersons }: MergeParts,
) {
  const { tx } = context;
  const why = reason ?? '';
  const putOffs = await putOffsThatGo(tx, [kept, gone], gone, rulesOnPersons);
  const assigned = await assignmentsToMove(tx, rulesOnPersons, { from: gone, to: kept });
  const named = assigned.map(({ id }) => ({ kind: 'dutyAssignment', fact: id, field: 'subject' }));
  const pointers = [...(await pointersTo(tx, person(), gone)), ...putOffs.go, ...named];
  for (const pointer of pointers) await rePoint(context, pointer, { from: gone, to: kept }, why);
  const files = await moveFilesOfPerson(tx, gone, kept);
  const prints = await movePrints(tx, gone, kept);
  const moved = await moveLeavings(tx, gone, kept);
  const rows = await moveRows(tx, rowsOfPersons, gone, kept);
  const account = await moveAccount(tx, gone, kept);
  await takeAway(context, person(), gone, why);
  const all =
    Object.keys(fields).length === 0 ? {} : await correctNow(context, person(), kept, { fields, reason: why });
  const before = Object.fromEntries(Object.keys(fields).map((name) => [name, all[name] ?? null]));
  return { pointers, files, prints, moved, rows, account, before, ownHand: putOffs.stay };
}

/**
 * What two persons decided about a duty of somebody goes with them, as it names the same thing under another number. Where one of the two
 * turns out to be whom it was about, it stays behind: nobody signs for themselves (PEOPLE.md, "Two persons").
 */
async function putOffsThatGo(tx: Transaction, two: readonly string[], gone: string, rules: RulesOnPersons) {
  const own = new Set([...two, ...(await Promise.all(two.map((one) => accountsOfPerson(tx, one)))).flat()]);
  const all = await putOffsOfSubject(tx, rules, gone);
  const others = all.filter(({ first, second }) => ![first, second].some((hand) => hand !== null && own.has(hand)));
  const go = others.map(({ kind, id }) => ({ kind, fact: id, field: 'subject' }));
  return { go, stay: all.length - go.length };
}

/** Back to how it was; what was recorded for the kept entry since stays with it, and what was changed since is left. How many were left. */
async function undo(context: Context, found: store.Merge, reason: string, rowsOfPersons: readonly RowsOfPerson[]) {
  const { tx } = context;
  const { id, kept, gone, fields, before, files, prints, account } = found;
  if (!(await bringBack(context, person(), gone, reason))) refuse('people.erased');
  let left = 0;
  for (const pointer of await store.pointersOf(tx, id))
    if (!(await rePoint(context, pointer, { from: kept, to: gone }, reason))) left += 1;
  const now = await fieldsOf(tx, kept);
  const back = Object.entries(before ?? {}).filter(([name]) => (now[name] ?? null) === (fields[name] ?? null));
  left += Object.keys(before ?? {}).length - back.length;
  if (back.length > 0) await correctNow(context, person(), kept, { fields: Object.fromEntries(back), reason });
  await returnFiles(tx, files, kept, gone);
  await returnPrints(tx, prints, kept, gone);
  await returnLeavings(tx, found, kept, gone);
  left += await returnRows(tx, rowsOfPersons, found.rows, kept, gone);
  if (account !== null) await moveAccount(tx, kept, gone);
  return left;
}
