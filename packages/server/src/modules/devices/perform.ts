import { formatDay } from '@sallyport/core/calendar';
import { createDeviceMachine, type DeviceMove, type Keeper } from '@sallyport/core/devices';
import { hasClassifiedMark } from '@sallyport/core/facts';
import type { Context } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { correctNow, type Fields, factsThere, kindNamed, writeFact } from '../register/index.ts';
import { deviceIn } from './load.ts';
import * as store from './store.ts';

const machine = createDeviceMachine();

type Named = { readonly device: string; readonly version: number };

/** The device as it stands, held until the act is done. */
export async function take(context: Context, { device, version }: Named): Promise<store.Stored> {
  const { tx } = context;
  if ((await store.lockDevice(tx, device)) === null) refuse('request.not-found');
  const stored = (await store.deviceOf(tx, device)) ?? refuse('request.not-found');
  if (stored.version !== version) refuse('request.stale-version', { yours: version, current: stored.version });
  return stored;
}

export type Said = {
  readonly said?: string | null;
  /** The id that the fact of a loan gets when it is issued, and the days that policy gives for giving it back. */
  readonly loan?: { readonly id: string; readonly returnWithin: number } | undefined;
};

/** Asks the machine, writes what rules read of it as a fact, and puts it down in the trail. */
export async function carryOut(
  context: Context,
  stored: store.Stored,
  move: DeviceMove,
  who: Keeper,
  { said = null, loan }: Said = {},
) {
  const { tx, now, today, actor } = context;
  if ([said, move.seal].some((one) => typeof one === 'string' && hasClassifiedMark(one)))
    refuse('register.classified-mark');
  const device = deviceIn(stored, today);
  const answer = machine.may(device, move, who);
  if (!answer.ok) refuse(answer.refusal);
  const after = machine.after(device, move);
  const on = formatDay(today);
  await writeLoan(context, stored, move, on, loan?.id ?? null);
  const seal = move.act === 'issue' ? (move.seal?.trim() ?? null) : move.act === 'reserve' ? null : stored.seal;
  const version = stored.version + 1;
  await store.updateDevice(tx, {
    id: stored.id,
    lastAct: move.act,
    lastFinding: after.last.finding,
    suspect: after.last.suspect,
    version,
    trip: after.loan?.trip ?? null,
    traveller: after.loan?.traveller ?? null,
    loan: move.act === 'issue' ? (loan?.id ?? null) : move.act === 'reserve' ? null : stored.loan,
    seal,
    returnWithin:
      move.act === 'issue' ? (loan?.returnWithin ?? null) : move.act === 'reserve' ? null : stored.returnWithin,
  });
  // Whose it was when it was released stands in the trail as well.
  const { trip = null, traveller = null } = after.loan ?? device.loan ?? {};
  const { sealFound = null, finding = null } = move;
  const row = { device: stored.id, number: version, act: move.act, on, trip, traveller, sealFound, finding, said };
  await store.insertTrail(
    tx,
    { ...row, person: actor.person, seal: move.act === 'issue' ? seal : null },
    { account: actor.account, at: new Date(now / 1000) },
  );
  return {
    output: { device: stored.id, version },
    entry: {
      subject: `equipment/${stored.id}`,
      fields: {
        trip,
        traveller,
        ...(move.act === 'issue' ? { seal } : {}),
        ...(sealFound === null ? {} : { sealFound }),
        ...(finding === null ? {} : { finding }),
        ...(said === null ? {} : { said }),
      },
      person: after.loan?.person ?? stored.person,
    },
  };
}

/** What rules read of a loan: its days, and nothing else. */
async function writeLoan(
  context: Context,
  { id, loan, traveller }: store.Stored,
  { act }: DeviceMove,
  on: string,
  issued: string | null,
): Promise<void> {
  const kind = kindNamed('deviceLoan');
  if (act === 'issue') {
    await writeFact(context, kind, issued ?? refuse('request.invalid'), { equipment: id, traveller, issuedOn: on });
    return;
  }
  const [fact] = loan === null ? [] : await factsThere(context.tx, kind, [loan]);
  // Nothing was issued, or who borrowed it was erased: nothing is asked of it any more.
  if (fact === undefined) return;
  const { returnedOn = null, inspectedOn = null, lostOn = null } = fact.fields;
  const correct = (fields: Fields) => correctNow(context, kind, fact.id, { fields, reason: `equipment/${id}` });
  if (act === 'acknowledge') await correct({ receivedOn: on });
  if (act === 'return') await correct({ returnedOn: on });
  if (act === 'inspect' && returnedOn !== null && inspectedOn === null) await correct({ inspectedOn: on });
  if (act === 'lose' && inspectedOn === null) await correct({ lostOn: on });
  // Found again it is back in the house, and waits to be looked at.
  if (act === 'restore' && lostOn !== null) await correct({ lostOn: null, returnedOn: returnedOn ?? on });
}
