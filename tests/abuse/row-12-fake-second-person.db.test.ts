import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../packages/server/src/platform/actions/actor.ts';
import { machine } from '../../packages/server/src/platform/actions/machine.ts';
import { wholeProgram } from '../permissions/program.ts';
import { eachInstallation } from '../support/installations.ts';
import { organisationFlags } from '../support/organisation.ts';
import { freshActor, openOrganisationOf, refusalOf } from '../support/two-persons.ts';

// PEOPLE.md, abuse row 12: a fake second person. Journeys have their own cases in packages/server/src/modules/trips/own-hand.db.test.ts.

const org = 'org-abuse12';
const officer = freshActor(org, 'officer', 'security-officer', 'p-officer');
const counsel = freshActor(org, 'counsel', 'counsel', 'p-counsel');
const led = freshActor(org, 'led', 'counsel', 'p-led');

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);
  beforeAll(async () => {
    const house = { ...organisationFlags, seat: 'cn', region: 'cq', establishedOn: '2020-01-01' };
    await openOrganisationOf(ownerClient, org, 'organisation', { organisation: house }, [
      ['officer', 'security-officer', 'p-officer'],
      ['counsel', 'counsel', 'p-counsel'],
      ['led', 'counsel', 'p-led'],
    ]);
    const record = (kind: string, id: string, fields: object) =>
      program.one('register.record', { kind, id, fields: { organisation: 'organisation-1', ...fields } }, machine(org));
    await record('unit', 'lab', { name: '实验室', establishedOn: '2020-01-01' });
    for (const [id, unit] of [
      ['p-officer', null],
      ['p-counsel', null],
      ['p-led', 'lab'],
    ])
      await record('person', id ?? '', { unit, name: id, standing: 'employee', joinedOn: '2020-01-01' });
    // The officer leads the laboratory as well.
    await ownerClient.query(
      `INSERT INTO role_grant (org_id, id, account, role, unit, from_at, made_at) VALUES ($1, 'leads', 'officer', 'unit-lead', 'lab', '2026-01-01', '2026-01-01')`,
      [org],
    );
  });
  const ask = async () =>
    (
      (await program.one(
        'advisories.propose',
        {
          follows: null,
          places: ['奥斯陆'],
          levels: { devices: 'raised' },
          said: '机场和酒店的无线网有人设置同名热点。',
          source: '领事服务网站',
          reason: '根据领事提醒更新',
          lastDay: '2026-12-31',
        },
        officer,
      )) as { act: string }
    ).act;
  const confirm = async (act: string, by: Actor) =>
    (await refusalOf(program.one('identity.confirm-act', { act }, by))) ?? null;
  const inForce = async () => (await ownerClient.query('SELECT id FROM advisory WHERE org_id = $1', [org])).rowCount;

  test.each<[string, Actor, object]>([
    ['the first again', officer, { code: 'identity.second-person', details: { why: 'first' } }],
    ['the first in another session', { ...officer, session: 'another' }, { code: 'identity.second-person' }],
    ['whom the first leads', led, { code: 'identity.second-person', details: { why: 'line' } }],
    ['somebody in the session of the first', { ...counsel, session: 'session-officer' }, {}],
    ['somebody without a second factor', { ...counsel, secondFactor: false }, {}],
    ['a token', { ...counsel, via: 'token', only: new Set(['advisories.list']) }, {}],
  ])('abuse row 12: %s is no second person', async (_who, by, refusal) => {
    const act = await ask();
    const got = await confirm(act, by);
    expect(got).not.toBeNull();
    expect(got).toMatchObject(refusal);
    expect(await inForce()).toBe(0);
    await program.one('identity.withdraw-act', { act }, officer);
  });

  test('abuse row 12: a signature a day later is none, and somebody outside the line signs in time', async () => {
    const late = await ask();
    program.clock.advance({ days: 1, seconds: 60 });
    expect(await confirm(late, counsel)).not.toBeNull();
    expect(await inForce()).toBe(0);
    expect(await confirm(await ask(), counsel)).toBeNull();
    expect(await inForce()).toBe(1);
  });
});
