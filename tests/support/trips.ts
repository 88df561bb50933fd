import type { Client } from 'pg';
import type { Actor } from '../../packages/server/src/platform/actions/actor.ts';
import { machine } from '../../packages/server/src/platform/actions/machine.ts';
import { Refused } from '../../packages/server/src/platform/actions/refusal.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { wholeProgram } from '../permissions/program.ts';
import { organisationFlags } from './organisation.ts';
import { actorOf } from './rooms.ts';

type ShownTrip = {
  trip: string;
  version: number;
  state: string;
  waiting: string[];
  steps: {
    role: string;
    policy: boolean;
    settled: string | null;
    late: boolean;
    escalatedOn: string | null;
    since: string | null;
    holders: { person: string; deputy: boolean }[];
  }[];
  missing: { rule: string; traveller: string }[];
  othersMissing: boolean;
  travellers: { traveller: string; person: string }[];
  trail: { act: string; person: string | null }[];
  may: string[];
  decides: string[];
  legs: { place: string; zone: string | null }[];
};

export const leg = (place: string, more: object = {}) => ({
  place,
  host: '某研究所',
  arrivesOn: '2026-12-20',
  leavesOn: null,
  zone: 'Europe/Oslo',
  hostKind: 'university',
  meetings: '与某教授讨论合作',
  ...more,
});
export const plan = (more: object = {}) => ({
  purpose: '参加学术会议',
  departsOn: '2026-12-20',
  returnsOn: '2026-12-28',
  legs: [leg('奥斯陆')],
  items: [{ kind: 'device', number: 'D-17', about: '借用笔记本' }],
  communications: '邮件',
  ...more,
});
export const verdict = { verdict: 'agreed', reason: null, said: null, until: null };

/** Who decides as what: ada holds a step as a deputy, and travels. */
const holders = [
  ['secrecyBody', 'dan', false],
  ['secrecyBody', 'eve', true],
  ['secrecyBody', 'ada', true],
  ['personnelBody', 'dan', false],
  ['personnelBody', 'eve', true],
  ['authority', 'gus', false],
  ['unitLead', 'dan', false],
] as const;

/** An organisation that sends people abroad: ada bears secrets, ben does not; dan, eve and gus decide. */
export async function tripsHouse({ database, ownerClient, org }: House) {
  const program = wholeProgram(database);
  await ownerClient.query(`INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, $2, now())`, [
    org,
    org.replace('org-', ''),
  ]);
  const record = (kind: string, id: string, fields: object) =>
    program.one('register.record', { kind, id, fields }, machine(org));
  await record('organisation', org, {
    name: '示例单位',
    seat: 'cn',
    region: 'cq',
    establishedOn: '2001-05-01',
    ...organisationFlags,
  });
  for (const id of ['ada', 'ben', 'liaison', 'officer', 'dan', 'eve', 'gus', 'zed'])
    await record('person', id, { organisation: org, name: id, standing: 'employee', joinedOn: '2021-03-01' });
  const post = { organisation: org, title: '课题负责人', secretClass: 'general', createdOn: '2020-01-01' };
  await record('post', 'secret', { ...post, foreignFacing: false, keySecurityPost: false, publicStaff: false });
  await record('assignment', 'held', {
    person: 'ada',
    post: 'secret',
    organisation: org,
    decidedOn: '2024-01-05',
    startsOn: '2024-02-01',
  });
  const signedIn = (account: string, role: Parameters<typeof actorOf>[1]): Actor => ({
    ...actorOf(org, role, { person: account }),
    account,
    fresh: true,
  });
  const people = {
    ada: signedIn('ada', 'member'),
    ben: signedIn('ben', 'member'),
    liaison: signedIn('liaison', 'unit-liaison'),
    officer: signedIn('officer', 'security-officer'),
    dan: signedIn('dan', 'approver'),
    eve: signedIn('eve', 'approver'),
    gus: signedIn('gus', 'approver'),
  };
  const { ada, officer, dan, eve, gus } = people;
  for (const [role, person, deputy] of holders)
    await program.one(
      'trips.name-holder',
      { role, unit: null, person, deputy, from: '2026-01-01', until: null },
      officer,
    );

  const draft = async (by: Actor = ada, more: object = {}) => {
    const input = { kind: 'official', emergency: false, unit: null, plan: plan(), ...more };
    const answer = await program.one('trips.draft', { travellers: [{ person: 'ada', leader: false }], ...input }, by);
    return (answer as { trip: string }).trip;
  };
  const shown = async (trip: string, to: Actor = officer) =>
    (await program.ask('trips.one', { trip }, to)) as ShownTrip;
  const act = async (name: string, trip: string, by: Actor, input: object = {}) =>
    program.one(`trips.${name}`, { trip, version: (await shown(trip)).version, ...input }, by);
  const refused = async (name: string, trip: string, by: Actor, input: object = {}) => {
    try {
      await act(name, trip, by, input);
      return null;
    } catch (error) {
      if (error instanceof Refused) return error.refusals[0]?.code;
      throw error;
    }
  };
  const decide = (trip: string, by: Actor, role: string, more: object = {}) =>
    act('decide', trip, by, { role, ...verdict, ...more });
  const submitted = async (by: Actor = ada, more: object = {}) => {
    const trip = await draft(by, more);
    await act('submit', trip, by);
    return trip;
  };
  /** `lead`: who agrees for the unit, where the house asks it. */
  const approved = async (lead?: Actor) => {
    const trip = await submitted();
    if (lead !== undefined) await decide(trip, lead, 'unitLead');
    await decide(trip, dan, 'secrecyBody');
    await decide(trip, eve, 'personnelBody');
    await decide(trip, gus, 'authority', { verdict: 'conditions', said: '不携带涉密载体', until: '2026-12-31' });
    return trip;
  };
  const rows = async (sql: string, ...values: unknown[]) =>
    (await ownerClient.query<Record<string, string | null>>(sql, [org, ...values])).rows;
  const approvals = async (trip: string) =>
    (
      await rows('SELECT role, verdict FROM fact_approval WHERE org_id = $1 AND trip = $2 ORDER BY role, verdict', trip)
    ).map(({ role, verdict: given }) => `${role} ${given}`);
  const dayOf = async (trip: string, column: string) =>
    (await rows(`SELECT ${column}::text AS day FROM fact_trip WHERE org_id = $1 AND id = $2`, trip))[0]?.['day'];
  const travellerOf = async (trip: string) =>
    (await rows('SELECT id FROM fact_traveller WHERE org_id = $1 AND trip = $2', trip))[0]?.['id'];

  /** Accounts with an address, so that letters reach them. */
  const reachable = async (names: readonly string[]) => {
    await rows(
      `INSERT INTO account (org_id, id, login, name, person, status, made_at)
       SELECT $1, 'account-' || name, name, name, name, 'active', now() FROM unnest($2::text[]) AS name`,
      names,
    );
    await rows(
      `INSERT INTO mail_address (org_id, account, address, language, set_at)
       SELECT org_id, id, 'x@example.org', 'zh', now() FROM account WHERE org_id = $1`,
    );
  };
  /** Who was written to. */
  const written = async () =>
    (await rows('SELECT account FROM mail WHERE org_id = $1 ORDER BY account')).map(({ account }) =>
      account?.replace('account-', ''),
    );
  let overrides = 0;
  /** Whatever the gate still waits for, or of it one rule, is overridden; exit approvals take none and were met before. */
  const override = async (trip: string, only?: string) => {
    const open = (await shown(trip)).missing.filter(({ rule }) => only === undefined || rule === only);
    for (const { rule, traveller } of open)
      await program.one(
        'register.import',
        {
          kind: 'override',
          id: `override-${trip}-${rule}-${++overrides}`,
          fields: {
            organisation: org,
            rule,
            subject: traveller,
            grantedOn: '2026-11-20',
            until: '2027-01-30',
            firstPerson: 'one',
            secondPerson: 'another',
          },
        },
        machine(org),
      );
  };
  return {
    org,
    program,
    people,
    signedIn,
    record,
    draft,
    shown,
    act,
    refused,
    decide,
    submitted,
    approved,
    rows,
    approvals,
    dayOf,
    travellerOf,
    reachable,
    written,
    override,
  };
}

type House = { readonly database: Database; readonly ownerClient: Client; readonly org: string };
export type TripsHouse = Awaited<ReturnType<typeof tripsHouse>>;
