import { beforeAll, expect, test } from 'vitest';
import {
  createIdentityBench,
  type IdentityBench,
  type Person,
  proveAgain,
  signUp,
} from '../../../../../tests/support/identity.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { placeUnits } from '../../../../../tests/support/units.ts';
import { grantsOf } from './store/grants.ts';

eachInstallation(({ database, ownerClient }) => {
  let bench: IdentityBench;
  let administrator: Person;
  let officer: Person;

  beforeAll(async () => {
    bench = await createIdentityBench(database);
    await placeUnits(
      ownerClient,
      bench.org,
      { top: null, lab: 'top', bench: 'lab', other: null },
      { p1: 'lab', p2: 'other' },
    );
    administrator = await signUp(bench, 'admin', [{ role: 'administrator', unit: null }]);
    officer = await signUp(bench, 'officer', [{ role: 'security-officer', unit: null }]);
  });

  const act = async (who: Person, name: string, input: unknown) => {
    if ((await who.browser.get('identity.me')).body['fresh'] !== true) await proveAgain(bench, who);
    return who.browser.post(name, input);
  };
  const give = async (who: Person, account: string, role: string, more: object = {}) => {
    const { status, body } = await act(who, 'identity.grant-role', { account, role, unit: null, ...more });
    return status === 200 ? 'given' : body['code'];
  };
  const open = async (login: string, roles: object[] = []) =>
    String((await bench.machine('identity.open-account', { login, name: login, person: null, roles }))['account']);

  test('the administrator keeps accounts and gives no role over content; the officer gives no administrator and no auditor', async () => {
    const account = await open('someone');
    expect(await give(administrator, account, 'security-officer')).toBe('identity.not-yours-to-give');
    expect(await give(administrator, account, 'case-handler')).toBe('identity.not-yours-to-give');
    expect(await give(officer, account, 'auditor')).toBe('identity.not-yours-to-give');
    expect(await give(officer, account, 'administrator')).toBe('identity.not-yours-to-give');
    expect(await give(officer, account, 'custodian')).toBe('given');
    expect(await give(officer, account, 'custodian')).toBe('identity.role-held');
  });

  test('nobody gives a role to themselves', async () => {
    expect(await give(administrator, administrator.account, 'auditor')).toBe('identity.not-oneself');
    expect(await give(officer, officer.account, 'counsel')).toBe('identity.not-oneself');
  });

  test('the administrator begins with the first officer of an organisation, and only with the first', async () => {
    const fresh = await createIdentityBench(database);
    const admin = await signUp(fresh, 'admin', [{ role: 'administrator', unit: null }]);
    const invite = (login: string) =>
      admin.browser.post('identity.invite', {
        login,
        name: login,
        person: null,
        roles: [{ role: 'security-officer', unit: null }],
      });
    expect((await invite('first')).status).toBe(200);
    expect((await invite('second')).body['code']).toBe('identity.not-yours-to-give');
    // What was refused left no account behind.
    expect((await admin.browser.get('identity.accounts')).body['items']).toHaveLength(2);
  });

  test('an administrator has no role over content, whatever is switched on or off', async () => {
    expect(await give(officer, administrator.account, 'unit-liaison')).toBe('identity.roles-apart');
    expect(await give(officer, administrator.account, 'member')).toBe('given');
    const account = await open('handler', [{ role: 'case-handler', unit: null }]);
    expect(await give(administrator, account, 'administrator')).toBe('identity.roles-apart');
  });

  test('三员: where it is required no account holds two of the three, and it cannot begin while one does', async () => {
    const both = await open('both', [{ role: 'security-officer', unit: null }]);
    expect(await give(administrator, both, 'auditor')).toBe('given');
    const refused = await act(officer, 'identity.require-separation', {});
    expect(refused.body).toMatchObject({ code: 'identity.roles-apart', details: { account: both } });
    const { body } = await administrator.browser.get('identity.grants', { account: both });
    const held = body['items'] as { grant: string; role: string }[];
    const auditor = held.find(({ role }) => role === 'auditor')?.grant;
    expect((await act(administrator, 'identity.revoke-role', { grant: auditor })).status).toBe(200);
    expect((await act(officer, 'identity.require-separation', {})).status).toBe(200);
    expect((await officer.browser.get('identity.separation')).body).toEqual({ required: true });
    expect(await give(administrator, both, 'auditor')).toBe('identity.roles-apart');
    expect(await give(officer, both, 'counsel')).toBe('given');
  });

  test('two who give at once cannot pass each other', async () => {
    const account = await open('raced');
    const second = await signUp(bench, 'admin-2', [{ role: 'administrator', unit: null }]);
    await proveAgain(bench, administrator);
    const input = { account, unit: null };
    const answers = await Promise.all([
      administrator.browser.post('identity.grant-role', { ...input, role: 'auditor' }),
      second.browser.post('identity.grant-role', { ...input, role: 'administrator' }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('a role over a unit reaches all under it and nothing else', async () => {
    const account = await open('liaison', [{ role: 'unit-liaison', unit: 'lab' }]);
    const now = new Date(bench.clock.now() / 1000);
    const [grant] = await database.inOrganisation(bench.org, (tx) => grantsOf(tx, account, now));
    expect([...(grant?.subtree ?? [])].toSorted()).toEqual(['bench', 'lab']);
    const part = await signUp(bench, 'officer-lab', [{ role: 'security-officer', unit: 'lab' }]);
    expect(await give(part, account, 'custodian', { unit: 'bench' })).toBe('given');
    expect(await give(part, account, 'custodian', { unit: 'other' })).toBe('request.not-found');
    expect(await give(part, account, 'custodian')).toBe('request.not-found');
    expect((await part.browser.get('identity.accounts')).status).toBe(404);
  });

  test('units in a circle do not hang anybody', async () => {
    await ownerClient.query('SET session_replication_role = replica');
    await ownerClient.query(
      `INSERT INTO fact_unit (org_id, id, organisation, parent, name, happened_on)
       VALUES ($1, 'c1', 'o', 'c2', 'c1', '2020-01-01'), ($1, 'c2', 'o', 'c1', 'c2', '2020-01-01')`,
      [bench.org],
    );
    await ownerClient.query('SET session_replication_role = DEFAULT');
    const account = await open('circle', [{ role: 'unit-lead', unit: 'c1' }]);
    const now = new Date(bench.clock.now() / 1000);
    const [grant] = await database.inOrganisation(bench.org, (tx) => grantsOf(tx, account, now));
    expect(grant?.subtree.size).toBe(2);
  });

  test('AB角: a deputy stands in for somebody who holds the role there, between two days', async () => {
    const lead = await open('lead', [{ role: 'unit-lead', unit: 'lab' }]);
    const deputy = await signUp(bench, 'deputy', []);
    const from = '2026-12-01T00:00:00Z';
    const until = '2026-12-08T00:00:00Z';
    const ask = (more: object) =>
      give(officer, deputy.account, 'unit-lead', { unit: 'lab', standsInFor: lead, ...more });
    expect(await ask({})).toBe('identity.deputy-needs-end');
    expect(await ask({ from: until, until: from })).toBe('identity.dates-turned');
    expect(await ask({ unit: 'other', until })).toBe('identity.deputy-of-nobody');
    expect(await ask({ unit: 'bench', from, until })).toBe('given');
    const held = async (day: string) =>
      (await database.inOrganisation(bench.org, (tx) => grantsOf(tx, deputy.account, new Date(day)))).length;
    expect([
      await held('2026-11-30T23:59:59Z'),
      await held(from),
      await held('2026-12-07T23:59:59Z'),
      await held(until),
    ]).toEqual([0, 1, 1, 0]);
  });

  test('AB角: who stands in for somebody loses the role with them, and keeps it while they hold it above', async () => {
    const lead = await open('lead-above', [
      { role: 'unit-lead', unit: 'lab' },
      { role: 'unit-lead', unit: 'bench' },
    ]);
    const deputy = await signUp(bench, 'deputy-below', []);
    const until = '2099-12-08T00:00:00Z';
    expect(await give(officer, deputy.account, 'unit-lead', { unit: 'bench', standsInFor: lead, until })).toBe('given');
    const held = () =>
      database.inOrganisation(bench.org, async (tx) =>
        (await grantsOf(tx, deputy.account, new Date(bench.clock.now() / 1000))).map(({ unit }) => unit),
      );
    const { body } = await officer.browser.get('identity.grants', { account: lead });
    const grants = body['items'] as { grant: string; unit: string }[];
    const revoke = (unit: string) =>
      act(officer, 'identity.revoke-role', { grant: grants.find((one) => one.unit === unit)?.grant });
    expect((await revoke('bench')).status).toBe(200);
    expect(await held()).toEqual(['bench']);
    expect((await revoke('lab')).status).toBe(200);
    expect(await held()).toEqual([]);
  });

  test('a role is taken back by who may give it, and at once', async () => {
    const counsel = await signUp(bench, 'counsel', [{ role: 'auditor', unit: null }]);
    expect((await counsel.browser.get('identity.accounts')).status).toBe(200);
    const { body } = await officer.browser.get('identity.grants', { account: counsel.account });
    const [held] = body['items'] as { grant: string }[];
    const refused = await act(officer, 'identity.revoke-role', { grant: held?.grant });
    expect(refused.body['code']).toBe('identity.not-yours-to-give');
    expect((await act(administrator, 'identity.revoke-role', { grant: held?.grant })).status).toBe(200);
    expect((await counsel.browser.get('identity.accounts')).status).toBe(403);
  });

  test('an account that is disabled is out at once; a stale version is refused and named', async () => {
    const leaver = await signUp(bench, 'leaver', []);
    const disable = (version: number) =>
      act(administrator, 'identity.disable-account', { account: leaver.account, version });
    expect((await disable(1)).body).toMatchObject({ code: 'request.stale-version', details: { seen: 1, current: 2 } });
    expect((await disable(2)).body).toEqual({ version: 3 });
    expect((await leaver.browser.get('identity.me')).status).toBe(401);
    const again = bench.browser();
    expect(
      (await again.post('identity.sign-in', { login: 'leaver', password: 'eleven horses and a boat' })).body['code'],
    ).toBe('identity.sign-in-refused');
    const self = await act(administrator, 'identity.disable-account', { account: administrator.account, version: 2 });
    expect(self.body['code']).toBe('identity.not-oneself');
  });

  test('people without accounts keep their place, and an account needs no person', async () => {
    const account = (person: string | null, login: string) =>
      bench.machine('identity.open-account', { login, name: login, person, roles: [] });
    await account(null, 'visiting-scholar');
    await account('p1', 'of-p1');
    await expect(account('p1', 'again-p1')).rejects.toThrow('identity.person-has-account');
    await expect(account('nobody', 'of-nobody')).rejects.toThrow('request.not-found');
    await expect(account('p2', 'Of-P1')).rejects.toThrow('identity.login-taken');
  });

  test('another organisation has accounts of the same names, and sees none of these', async () => {
    const elsewhere = await createIdentityBench(database);
    const admin = await signUp(elsewhere, 'admin', [{ role: 'administrator', unit: null }]);
    expect((await admin.browser.get('identity.accounts')).body['items']).toHaveLength(1);
    const disabled = await admin.browser.post('identity.disable-account', { account: officer.account, version: 1 });
    expect(disabled.body['code']).toBe('request.not-found');
    // A session's first part names its organisation: it opens nothing in another.
    const token = admin.browser.jar.get('__Host-session') ?? '';
    admin.browser.jar.set('__Host-session', token.replace(elsewhere.routing, bench.routing));
    expect((await admin.browser.get('identity.me')).status).toBe(401);
  });
});
