import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceAct, DeviceMove, DeviceState, Keeper } from '../../../packages/core/src/devices/device.ts';

/** What may be done where, by whom, and what comes of it: a table that knows nothing of the machine. */
const rows = new Map(
  readFileSync(join(import.meta.dirname, 'allowed.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [state = '', act = '', who = '', needs = '', next = ''] = line.split(',');
      return [`${state} ${act}`, { who, needs: needs.split(' ').filter(Boolean), next }] as const;
    }),
);

/** What the table has for each state. */
export const actsIn = (state: DeviceState): DeviceAct[] =>
  [...rows.keys()].flatMap((key) => (key.startsWith(`${state} `) ? [key.slice(state.length + 1) as DeviceAct] : []));

/** A device as the model has it: who has it, and flags where the machine looks at what was done last. */
export type Model = {
  state: DeviceState;
  holder: string | null;
  /** Who had it last: they do not inspect it. */
  lastHolder: string | null;
  signed: boolean;
  suspect: boolean;
};

export const newModel = (): Model => ({
  state: 'to-inspect',
  holder: null,
  lastHolder: null,
  signed: false,
  suspect: false,
});

export function modelAllows(m: Model, move: DeviceMove, who: Keeper): boolean {
  const row = rows.get(`${m.state} ${move.act}`);
  if (row === undefined) return false;
  const isHolder = m.holder !== null && m.holder === who.person;
  const may: Readonly<Record<string, boolean>> = {
    keeper: who.keeper,
    taker: who.keeper || who.party,
    other: who.keeper && !isHolder,
    inspector: who.keeper && (m.lastHolder === null || m.lastHolder !== who.person),
    holder: isHolder,
    'holder-or-keeper': who.keeper || isHolder,
  };
  const needs: Readonly<Record<string, boolean>> = {
    listed: move.journey?.listed === true,
    travels: move.journey?.travels === true,
    gate: move.journey?.open === true,
    seal: (move.seal ?? '') !== '',
    trusted: !m.suspect || who.officer,
    unsigned: !m.signed,
  };
  if (row.needs.some((need) => !(need in needs))) throw new Error(`no such need: ${row.needs.join(' ')}`);
  return may[row.who] === true && row.needs.every((need) => needs[need] === true);
}

export function applyToModel(m: Model, move: DeviceMove): void {
  const before = m.state;
  const next = (rows.get(`${m.state} ${move.act}`)?.next ?? m.state) as DeviceState;
  m.state = move.act === 'inspect' && move.finding === 'damaged' ? 'damaged' : next;
  if (move.act === 'reserve') {
    m.holder = move.borrower?.person ?? null;
    m.lastHolder = m.holder;
    m.signed = false;
  }
  if (move.act === 'acknowledge') m.signed = true;
  if (move.act === 'release') m.lastHolder = null;
  if (['release', 'return', 'lose'].includes(move.act)) m.holder = null;
  if (move.act === 'return') m.suspect = move.sealFound !== 'intact';
  if (before === 'lost') m.suspect = true;
  if (['reserve', 'inspect'].includes(move.act)) m.suspect = false;
}
