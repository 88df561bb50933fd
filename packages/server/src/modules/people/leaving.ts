import { formatDay } from '@sallyport/core/calendar';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { giveDuties } from '../duties/index.ts';
import { closeAccountsOfPerson } from '../identity/index.ts';
import {
  correctNow,
  type Fields,
  factsThere,
  kindNamed,
  pointersTo,
  requireFact,
  writeFact,
} from '../register/index.ts';
import { apart } from './apart.ts';
import * as contract from './contract.ts';
import * as store from './leaving-store.ts';
import { openItems } from './open-items.ts';
import { wholeOrganisation } from './whole-organisation.ts';

type Ids = { readonly uuid: () => string };

export type LeavingParts = {
  readonly ids: Ids;
  /** Ends what somebody decides as in other rooms, from their last day on. */
  readonly decidesNoMore: (tx: Transaction, person: string, day: string) => Promise<unknown>;
};

/** Leavings of one run of the machine. */
const most = 100;

const moment = ({ now }: Pick<Context, 'now'>): Date => new Date(now / 1000);
const entry = (id: string, person: string, fields: Readonly<Record<string, unknown>>) => ({
  subject: `leaving/${id}`,
  fields,
  person,
});

export function implementLeaving({ ids, decidesNoMore }: LeavingParts): ImplementedAction[] {
  const end = (context: Context, one: Ending) => endWith(context, decidesNoMore, one);

  /** Whoever takes a duty on is named to act on it, as if it had been assigned. */
  const give = (context: Context, id: string, from: string, to: string, items: readonly store.Item[]) =>
    giveDuties(
      context,
      ids,
      items.map(({ name, fact, period }) => ({ rule: name, subject: fact ?? '', period })),
      { from, to, reason: `leaving/${id}` },
    );

  return [
    implementAction(contract.leave, {
      place: wholeOrganisation,
      async handle(context, { person, ...given }) {
        const { tx, actor, today } = context;
        await requireFact(tx, actor, { kind: 'person', id: person }, 'record');
        if (actor.person === person) refuse('people.not-oneself');
        if ((await store.leavingOf(tx, person)) !== null) refuse('people.leaving-already');
        const organisation = (await personOf(context, person))['organisation'] ?? null;
        const id = ids.uuid();
        const { fields } = await writeFact(context, kindNamed('leaving'), id, { person, organisation, ...given });
        // Listed before anything ends: what ends with the last day is on the list as well.
        const items = await openItems(tx, person, { now: moment(context), today });
        const { effectiveOn } = given;
        await store.insertLeaving(tx, { id, person, effectiveOn, account: actor.account }, items, moment(context));
        if (effectiveOn <= formatDay(today)) await end(context, { id, person, effectiveOn });
        return { output: { leaving: id }, entry: entry(id, person, { ...fields, items: items.length }) };
      },
    }),
    implementAction(contract.handItem, {
      place: wholeOrganisation,
      async handle(context, { leaving: id, position, receiver }) {
        const { tx, actor, today } = context;
        const { person } = (await store.lockLeaving(tx, id)) ?? refuse('request.not-found');
        if (receiver === person) refuse('people.same-person');
        await requireFact(tx, actor, { kind: 'person', id: receiver }, 'record');
        const item = (await store.itemAt(tx, id, position)) ?? refuse('request.not-found');
        if ((await store.handTo(tx, id, position, receiver, moment(context))) === 0) refuse('people.item-not-open');
        const why = `leaving/${id}`;
        if (item.what === 'duty') await give(context, id, person, receiver, [item]);
        if (item.what === 'copy')
          await correctNow(context, kindNamed('copy'), item.fact ?? '', {
            fields: { custodian: receiver },
            reason: why,
          });
        if (item.what === 'appointment') await appointInstead(context, item.fact ?? '', receiver, why, ids);
        const { what, name, fact } = item;
        return {
          output: { leaving: id },
          entry: entry(id, person, { what, name, fact, receiver, on: formatDay(today) }),
        };
      },
    }),
    implementAction(contract.handDuties, {
      place: wholeOrganisation,
      async handle(context, { leaving: id, receiver }) {
        const { tx, actor } = context;
        const { person } = (await store.lockLeaving(tx, id)) ?? refuse('request.not-found');
        if (receiver === person) refuse('people.same-person');
        await requireFact(tx, actor, { kind: 'person', id: receiver }, 'record');
        const duties = await store.openDutyItems(tx, id);
        const handed = await store.handDutiesTo(tx, id, receiver, moment(context));
        if (handed === 0) refuse('people.item-not-open');
        const assigned = await give(context, id, person, receiver, duties);
        const fields = { what: 'duty', receiver, handed, assigned };
        return { output: { leaving: id, handed }, entry: entry(id, person, fields) };
      },
    }),
    implementAction(contract.takeLeavingBack, {
      place: wholeOrganisation,
      async handle(context, { leaving: id, reason }) {
        const { tx, today } = context;
        const found = (await store.lockLeaving(tx, id)) ?? refuse('request.not-found');
        if (found.state === 'taken-back') refuse('people.not-leaving');
        const withdrawn = { fields: { withdrawnOn: formatDay(today) }, reason };
        await correctNow(context, kindNamed('leaving'), id, withdrawn);
        if (found.state === 'over') await setBack(context, found, reason);
        await store.setTakenBack(tx, id);
        return { output: { leaving: id }, entry: entry(id, found.person, { reason }) };
      },
    }),
    implementAction(contract.endLeavers, {
      async handle(context) {
        const due = await store.dueLeavings(context.tx, formatDay(context.today), most);
        const failed: { leaving: string; code: string }[] = [];
        for (const one of due) {
          const code = await apart(context.tx, async () => {
            await listAgain(context, one);
            await end(context, one);
          });
          if (code !== null) failed.push({ leaving: one.id, code });
        }
        const ended = due.length - failed.length;
        const output = { ended, failed: failed.map(({ leaving }) => leaving) };
        return { output, entry: { subject: null, fields: { ended, failed } } };
      },
    }),
  ];
}

async function personOf({ tx }: Pick<Context, 'tx'>, id: string): Promise<Fields> {
  return (await factsThere(tx, kindNamed('person'), [id]))[0]?.fields ?? refuse('request.not-found');
}

/** The list was made when the leaving was recorded; by the last day something came to it, and something was done. */
async function listAgain(context: Context, { id, person }: Ending): Promise<void> {
  const { tx, today } = context;
  await store.listAgain(tx, id, await openItems(tx, person, { now: moment(context), today }));
}

type Ending = Pick<store.Leaving, 'id' | 'person' | 'effectiveOn'>;

/** The last day: the entry says so, assignments end, and nobody signs in, acts by the account or is asked to decide any more. */
async function endWith(
  context: Context,
  decidesNoMore: LeavingParts['decidesNoMore'],
  { id, person, effectiveOn }: Ending,
): Promise<void> {
  const { tx, actor } = context;
  const reason = `leaving/${id}`;
  const assigned = await assignmentsOf(context, person);
  for (const one of assigned)
    await correctNow(context, kindNamed('assignment'), one, { fields: { endedOn: effectiveOn }, reason });
  const left = { leftOn: effectiveOn, standing: 'former' };
  const before = await correctNow(context, kindNamed('person'), person, { fields: left, reason });
  await closeAccountsOfPerson(tx, person, actor.account, moment(context));
  await decidesNoMore(tx, person, effectiveOn);
  const { leftOn = null, standing = null } = before;
  await store.setOver(tx, id, { leftOn, standing }, assigned);
}

async function assignmentsOf({ tx }: Pick<Context, 'tx'>, person: string): Promise<string[]> {
  const pointers = await pointersTo(tx, kindNamed('person'), person);
  const ids = pointers.flatMap(({ kind, fact }) => (kind === 'assignment' ? [fact] : []));
  return (await factsThere(tx, kindNamed('assignment'), ids))
    .filter(({ fields }) => (fields['endedOn'] ?? null) === null && (fields['cancelledOn'] ?? null) === null)
    .map(({ id }) => id);
}

/** Account, roles and steps are not given back by this: whoever gives rights decides anew (三员). */
async function setBack(context: Context, { person, before, assignments, effectiveOn }: store.Leaving, reason: string) {
  if (before !== null) await correctNow(context, kindNamed('person'), person, { fields: before, reason });
  const facts = await factsThere(context.tx, kindNamed('assignment'), assignments);
  for (const { id, fields } of facts)
    if (fields['endedOn'] === effectiveOn)
      await correctNow(context, kindNamed('assignment'), id, { fields: { endedOn: null }, reason });
}

/** The responsibility of the leaver ends, and the one who takes it on is named from today. */
async function appointInstead(context: Context, id: string, person: string, reason: string, ids: Ids): Promise<void> {
  const kind = kindNamed('appointment');
  const today = formatDay(context.today);
  const before = await correctNow(context, kind, id, { fields: { endedOn: today }, reason });
  await writeFact(context, kind, ids.uuid(), { ...before, person, appointedOn: today, endedOn: null, trainedOn: null });
}
