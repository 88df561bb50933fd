import { stateOfDevice } from '@sallyport/core/devices';
import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import { plan, type TripsHouse, tripsHouse } from '../../../../../tests/support/trips.ts';
import type { Actor } from '../../platform/actions/actor.ts';
import { machine } from '../../platform/actions/machine.ts';
import { Refused } from '../../platform/actions/refusal.ts';
import { deviceIn } from './load.ts';
import * as store from './store.ts';

type Shown = { device: string; version: number; state: string; person: string | null; may: string[]; here?: boolean };

eachInstallation(({ database, ownerClient }) => {
  const org = 'org-devices';
  let house: TripsHouse;
  let keeper: Actor;
  let count = 0;

  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org });
    keeper = { ...actorOf(org, 'custodian', { person: 'zed' }), account: 'zed', fresh: true };
  });

  const one = async (device: string) => (await house.program.ask('devices.one', { device }, keeper)) as Shown;
  const act = async (name: string, device: string, by: Actor, input: object = {}) =>
    house.program.one(`devices.${name}`, { device, version: (await one(device)).version, ...input }, by);
  const refused = async (name: string, device: string, by: Actor, input: object = {}) => {
    try {
      await act(name, device, by, input);
      return null;
    } catch (error) {
      if (error instanceof Refused) return error.refusals[0]?.code;
      throw error;
    }
  };
  const inPool = async () => {
    const given = { number: `D-${++count}`, kind: 'computer', model: '借用笔记本', encrypted: true };
    const { device } = (await house.program.one('devices.add', given, keeper)) as { device: string };
    await act('inspect', device, keeper, { finding: 'clean', said: null });
    return device;
  };
  const item = (device: string, more: object = {}) => ({
    kind: 'device',
    number: null,
    about: '借用笔记本',
    device,
    ...more,
  });
  const goerOf = async (trip: string) =>
    (await house.rows('SELECT id FROM fact_traveller WHERE org_id = $1 AND trip = $2', trip))[0]?.['id'] ?? '';
  const loanOf = async (device: string) =>
    (
      await house.rows(
        `SELECT issued_on::text, received_on::text, returned_on::text, inspected_on::text, lost_on::text
         FROM fact_device_loan WHERE org_id = $1 AND equipment = $2 ORDER BY id DESC LIMIT 1`,
        device,
      )
    )[0];
  /** Agreed to, overridden where something is missing, and listing these devices. */
  const ready = async (devices: readonly string[]) => {
    const trip = await house.draft(house.people.ada, { plan: plan({ items: devices.map((device) => item(device)) }) });
    const { ada, dan, eve, gus } = house.people;
    await house.act('submit', trip, ada);
    await house.decide(trip, dan, 'secrecyBody');
    await house.decide(trip, eve, 'personnelBody');
    await house.decide(trip, gus, 'authority');
    await house.override(trip);
    return { trip, traveller: await goerOf(trip) };
  };

  test('one loan from the shelf to the shelf: sealed, signed for, taken back, inspected', async () => {
    const { ada, officer } = house.people;
    const device = await inPool();
    const { trip, traveller } = await ready([device]);
    await act('reserve', device, ada, { trip, traveller });
    expect(await one(device)).toMatchObject({ state: 'reserved', person: 'ada' });
    expect(await refused('issue', device, ada, { seal: 'S-1' })).toBe('request.not-allowed');
    expect(await refused('issue', device, keeper, { seal: '' })).toBe('devices.seal-first');
    await act('issue', device, keeper, { seal: 'S-1' });
    expect(await refused('acknowledge', device, house.people.ben)).toBe('request.not-found');
    await act('acknowledge', device, ada);
    expect(await house.program.ask('devices.mine', {}, ada)).toMatchObject({
      items: [{ device, state: 'held', seal: 'S-1', dueBackOn: '2026-12-31', may: ['lose'] }],
    });
    expect(await house.program.ask('devices.trip', { trip }, ada)).toMatchObject({
      items: [{ device, here: true, person: 'ada' }],
    });
    expect(await refused('inspect', device, keeper, { finding: 'clean', said: null })).toBe('devices.not-now');
    await act('return', device, keeper, { sealFound: 'broken', said: '封签一角翘起' });
    // Whose seal was broken is looked at by the officer, and by nobody else.
    expect(await refused('inspect', device, keeper, { finding: 'clean', said: null })).toBe('devices.officer-first');
    await act('inspect', device, officer, { finding: 'clean', said: null });
    expect(await one(device)).toMatchObject({ state: 'available', person: null });
    expect(await loanOf(device)).toEqual({
      issued_on: '2026-11-23',
      received_on: '2026-11-23',
      returned_on: '2026-11-23',
      inspected_on: '2026-11-23',
      lost_on: null,
    });
  });

  test('nothing leaves unlisted, and nothing that is out is left out of the list', async () => {
    const { ada } = house.people;
    const [listed, other] = [await inPool(), await inPool()];
    const { trip, traveller } = await ready([listed]);
    expect(await refused('reserve', other, ada, { trip, traveller })).toBe('devices.not-listed');
    expect(await refused('reserve', listed, house.people.ben, { trip, traveller })).toBe('request.not-found');
    await act('reserve', listed, ada, { trip, traveller });
    const without = { plan: plan({ items: [] }), said: null };
    await house.act('change', trip, ada, without);
    // Reserved for what is no longer listed: given back by itself.
    expect(await one(listed)).toMatchObject({ state: 'available', person: null });
    await house.act('change', trip, ada, { plan: plan({ items: [item(listed)] }), said: null });
    await act('reserve', listed, ada, { trip, traveller });
    await act('issue', listed, keeper, { seal: 'S-2' });
    expect(await house.refused('change', trip, ada, without)).toBe('devices.still-out');
    const unknown = { plan: plan({ items: [item('nowhere')] }), said: null };
    expect(await house.refused('change', trip, ada, unknown)).toBe('devices.not-in-pool');
    const twice = { plan: plan({ items: [item(listed), item(listed)] }), said: null };
    expect(await house.refused('change', trip, ada, twice)).toBe('devices.not-in-pool');
    await act('lose', listed, ada, { said: '在机场遗失' });
    expect((await loanOf(listed))?.['lost_on']).toBe('2026-11-23');
    await house.act('change', trip, ada, without);
  });

  test('a shut gate lets nothing be issued, and nobody lends to themselves', async () => {
    const { ada } = house.people;
    const device = await inPool();
    const trip = await house.draft(ada, { plan: plan({ items: [item(device)] }) });
    const traveller = await goerOf(trip);
    await act('reserve', device, ada, { trip, traveller });
    expect(await refused('issue', device, keeper, { seal: 'S-3' })).toBe('devices.gate-shut');
    const adaKeeps = { ...actorOf(org, 'custodian', { person: 'ada' }), account: 'ada', fresh: true };
    expect(await refused('issue', device, adaKeeps, { seal: 'S-3' })).toBe('devices.not-oneself');
    await house.act('cancel', trip, ada, { said: '会议取消' });
    expect((await one(device)).state).toBe('available');
  });

  test('what bears secrets holds the departure until its own permit for this journey is there', async () => {
    const { ada, officer } = house.people;
    const facts = [
      ['document', 'paper', { organisation: org, title: '材料', level: 'secret', derivative: false, unclear: false }],
      ['copy', 'paper-1', { document: 'paper', custodian: 'ada', reproduction: false, madeOn: '2026-01-05' }],
      ['movement', 'permit', { copy: 'paper-1', kind: 'carryAbroad', plannedOn: '2026-11-01', movesOn: '2026-12-20' }],
    ] as const;
    for (const [kind, id, fields] of facts)
      await house.program.one(
        'register.record',
        { kind, id, fields: kind === 'document' ? { ...fields, abovePower: false, createdOn: '2026-01-05' } : fields },
        machine(org),
      );
    const carried = { kind: 'paper', number: null, about: '会议材料', classified: true, copy: 'paper-1' };
    const trip = await house.draft(ada, { plan: plan({ items: [carried] }) });
    const waits = async () =>
      (await house.shown(trip)).missing.some(({ rule }) => rule === 'cn-ssl-2024/carried-item-permitted');
    expect(await waits()).toBe(true);
    const correct = (version: number, fields: object) =>
      house.program.one(
        'register.correct',
        { kind: 'movement', id: 'permit', version, fields, reason: '批准办理' },
        officer,
      );
    await correct(1, { approvedOn: '2026-11-20' });
    expect(await waits()).toBe(false);
    // Another day, another permit.
    await correct(2, { movesOn: '2026-12-01' });
    expect(await waits()).toBe(true);
    await house.act('change', trip, ada, { plan: plan({ items: [] }), said: null });
    expect(await waits()).toBe(false);
    // What is in no register of copies has no permit, whoever says otherwise.
    const loose = { kind: 'paper', number: '许可2026-7', about: '会议材料', classified: true };
    await house.act('change', trip, ada, { plan: plan({ items: [loose] }), said: null });
    expect(await waits()).toBe(true);
  });

  test('every state is found by its filter, and by no other', async () => {
    const day = 20_780;
    const states = [
      'to-inspect',
      'available',
      'reserved',
      'issued',
      'held',
      'overdue',
      'damaged',
      'lost',
      'withdrawn',
    ] as const;
    const device = await inPool();
    await house.act('cancel', (await ready([device])).trip, house.people.ada, { said: '会议取消' });
    for (const days of [0, 400])
      for (const acted of [
        'add',
        'reserve',
        'release',
        'issue',
        'acknowledge',
        'return',
        'inspect',
        'lose',
        'restore',
        'withdraw',
      ])
        for (const finding of acted === 'inspect' ? ['clean', 'damaged'] : [null]) {
          await house.rows(
            `UPDATE pool_device SET last_act = $3, last_finding = $4, return_within = 0, traveller = t.id, trip = t.trip
             FROM (SELECT id, trip FROM fact_traveller WHERE org_id = $1 ORDER BY id LIMIT 1) AS t
             WHERE org_id = $1 AND pool_device.id = $2`,
            device,
            acted,
            finding,
          );
          await database.inOrganisation(org, async (tx) => {
            const on = new Date((day + days) * 86_400_000).toISOString().slice(0, 10);
            const stored = await store.deviceOf(tx, device);
            const state = stored === null ? null : stateOfDevice(deviceIn(stored, day + days));
            const page = { behind: null, limit: 100 };
            for (const asked of states) {
              const found = await store.listDevices(tx, on, { state: asked, people: [] }, page);
              expect([acted, asked, found.some(({ id }) => id === device)]).toEqual([acted, asked, asked === state]);
            }
          });
        }
  });

  test('the pool is a list and a ledger for those who keep it, and a number stands for one device', async () => {
    const device = await inPool();
    const list = (input: object, by: Actor = keeper) =>
      house.program.ask('devices.list', input, by) as Promise<{ items: Shown[]; next: string | null }>;
    expect((await list({ search: `D-${count}` })).items.map((found) => found.device)).toContain(device);
    expect((await list({ kind: 'phone' })).items).toEqual([]);
    const first = await list({ limit: 1 });
    expect((await list({ limit: 200, cursor: first.next ?? '' })).items.map((found) => found.device)).not.toContain(
      first.items[0]?.device,
    );
    expect(await house.program.refused('ask', 'devices.list', {}, house.people.ada)).toEqual(['request.not-allowed']);
    const again = { number: `D-${count}`, kind: 'phone', model: 'x', encrypted: true };
    expect(await house.program.refused('run', 'devices.add', again, keeper)).toEqual(['devices.number-taken']);
  });

  test('who leaves hands over what they have in hand', async () => {
    const { ada, officer } = house.people;
    const device = await inPool();
    const { trip, traveller } = await ready([device]);
    await act('reserve', device, ada, { trip, traveller });
    await act('issue', device, keeper, { seal: 'S-4' });
    const { leaving } = (await house.program.one(
      'people.leave',
      {
        person: 'ada',
        decidedOn: '2026-11-23',
        effectiveOn: '2026-12-31',
        secretBearing: false,
        withoutPermission: false,
      },
      officer,
    )) as { leaving: string };
    const items = await house.rows(
      `SELECT fact FROM leaving_item WHERE org_id = $1 AND leaving = $2 AND what = 'device'`,
      leaving,
    );
    expect(items).toEqual([{ fact: device }]);
  });
});
