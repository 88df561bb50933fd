import { expect, test } from 'vitest';
import { createIdentityBench } from '../../../tests/support/identity.ts';
import { eachInstallation } from '../../../tests/support/installations.ts';
import { type FirstAccount, firstAccounts } from './first-start.ts';
import { Refused } from './platform/actions/refusal.ts';

const administrator: FirstAccount = { login: 'admin', name: '系统管理员', person: null, role: 'administrator' };
const officer: FirstAccount = { login: 'officer', name: '专责人员', person: null, role: 'security-officer' };

eachInstallation(({ database, ownerClient }) => {
  const accountsIn = async (org: string): Promise<string[]> =>
    (
      await ownerClient.query<{ login: string }>('SELECT login FROM account WHERE org_id = $1 ORDER BY login', [org])
    ).rows.map(({ login }) => login);

  test('the accounts of a first start are made together or not at all', async () => {
    const { program, org } = await createIdentityBench(database);
    // The last of them cannot be made: nobody of that name is in the register.
    const missing = { ...officer, login: 'member', person: 'nobody' };
    await expect(firstAccounts(program, org, [administrator, officer, missing])).rejects.toBeInstanceOf(Refused);
    expect(await accountsIn(org)).toEqual([]);
    const links = await firstAccounts(program, org, [administrator, officer]);
    expect(links.map(({ role }) => role)).toEqual(['administrator', 'security-officer']);
    expect(await accountsIn(org)).toEqual(['admin', 'officer']);
  });

  test('each link is good for a quarter of an hour and lets its holder in once', async () => {
    const bench = await createIdentityBench(database);
    const [late, link] = await firstAccounts(bench.program, bench.org, [administrator, officer]);
    const enter = async (token = '') => (await bench.browser().post('identity.accept-link', { token })).status;
    expect(await enter(link?.token)).toBe(200);
    expect(await enter(link?.token)).not.toBe(200);
    bench.clock.advance({ seconds: 15 * 60 });
    expect(await enter(late?.token)).not.toBe(200);
  });
});
