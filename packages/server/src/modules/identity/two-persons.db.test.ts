import { beforeAll, expect, test } from 'vitest';
import {
  createIdentityBench,
  goodPassword,
  type IdentityBench,
  type Person,
  proveAgain,
  signUp,
} from '../../../../../tests/support/identity.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { placeUnits } from '../../../../../tests/support/units.ts';

eachInstallation(({ database, ownerClient }) => {
  let bench: IdentityBench;
  const people = new Map<string, Person>();
  const person = (name: string): Person => {
    const found = people.get(name);
    if (found === undefined) throw new Error(`nobody here is called ${name}`);
    return found;
  };
  const asked: [string, Date, Date][] = [];

  beforeAll(async () => {
    bench = await createIdentityBench(database, {
      concerned: async (_tx, account, from, until) => {
        asked.push([account, from, until]);
        return ['concerned'];
      },
    });
    await placeUnits(
      ownerClient,
      bench.org,
      { lab: null, bench: 'lab', other: null },
      { 'p-liaison': 'bench', 'p-boss': 'other', 'p-staff': 'bench', concerned: 'other' },
    );
    const roles: [name: string, person: string | null, ...roles: [string, string | null][]][] = [
      ['admin', null, ['administrator', null]],
      ['officer', null, ['security-officer', null]],
      ['auditor', null, ['auditor', null]],
      // Works in `bench`, which `boss` leads, and leads nobody.
      ['liaison', 'p-liaison', ['unit-liaison', 'bench']],
      ['boss', 'p-boss', ['unit-lead', 'lab'], ['counsel', null]],
      // Works in `bench` too: somebody whom `boss` leads.
      ['staff', 'p-staff', ['counsel', null]],
      ['concerned', 'concerned'],
    ];
    for (const [name, of, ...held] of roles)
      people.set(
        name,
        await signUp(
          bench,
          name,
          held.map(([role, unit]) => ({ role, unit })),
          { person: of },
        ),
      );
  });

  const act = async (who: string, name: string, input: unknown) => {
    await present(who);
    return person(who).browser.post(name, input);
  };
  /** Signed in, in time with the clock, and proved a moment ago. */
  const present = async (who: string) => {
    const { browser } = person(who);
    if ((await browser.get('identity.me')).status === 401)
      await browser.post('identity.sign-in', { login: who, password: goodPassword });
    await proveAgain(bench, person(who));
  };
  const askGlass = (who: string, role = 'case-handler') =>
    act(who, 'identity.ask-break-glass', { role, unit: null, reason: '值班人员联系不上' });
  const confirm = async (who: string, id: unknown) => {
    const { status, body } = await act(who, 'identity.confirm-act', { act: id });
    return status === 200 ? 'confirmed' : body;
  };

  test('break-glass: four hours of the named role, confirmed by another, then over', async () => {
    const { body } = await askGlass('admin');
    const written = bench.letters.map(({ account, template, page }) => ({ account, template, page }));
    for (const second of ['officer', 'auditor'])
      expect(written).toContainEqual({ account: person(second).account, template: 'to-do', page: '/acts' });
    expect(written).not.toContainEqual(
      expect.objectContaining({ account: person('admin').account, template: 'to-do' }),
    );
    expect(await confirm('auditor', body['act'])).toBe('confirmed');
    const roles = async () =>
      ((await person('admin').browser.get('identity.me')).body['roles'] as { role: string }[]).map(({ role }) => role);
    expect(await roles()).toEqual(['administrator', 'case-handler']);
    expect(bench.entries.at(-1)).toMatchObject({
      action: 'identity.confirm-act',
      fields: { kind: 'break-glass', account: person('admin').account, role: 'case-handler', unit: null },
    });
    for (let hour = 0; hour < 5; hour++) {
      bench.clock.advance({ seconds: 3000 });
      await person('admin').browser.get('identity.me');
    }
    expect(await roles()).toEqual(['administrator']);
  });

  test('everybody concerned is told once it is over, who it was and why', async () => {
    expect((await person('concerned').browser.get('identity.notices')).body['items']).toEqual([]);
    expect(await bench.machine('identity.tell-concerned', {})).toEqual({ acts: 1, told: 1 });
    expect(asked.at(-1)?.[0]).toBe(person('admin').account);
    expect(asked.at(-1)?.[2].getTime()).toBe((asked.at(-1)?.[1].getTime() ?? 0) + 4 * 3600 * 1000);
    expect((await person('concerned').browser.get('identity.notices')).body['items']).toMatchObject([
      { by: 'Name of admin', role: 'case-handler', reason: '值班人员联系不上' },
    ]);
    expect(await bench.machine('identity.tell-concerned', {})).toEqual({ acts: 0, told: 0 });
    const { rows } = await ownerClient.query(
      `SELECT told_at <= tell_by AND tell_by = from_at + interval '720 hours' AS kept FROM break_glass WHERE org_id = $1`,
      [bench.org],
    );
    expect(rows).toEqual([{ kept: true }]);
  });

  test.each<[string, string, string, string]>([
    ['the first themselves', 'auditor', 'auditor', 'first'],
    ['who leads the first', 'liaison', 'boss', 'line'],
    ['whom the first leads', 'boss', 'staff', 'line'],
    ['who has no role for it', 'officer', 'liaison', 'role'],
  ])('the second person may not be %s', async (_who, first, second, why) => {
    const { body, status } = await askGlass(first, 'custodian');
    expect(status).toBe(200);
    const answer = await confirm(second, body['act']);
    expect(answer).toMatchObject({ code: 'identity.second-person', details: { why } });
    // The refusal names somebody who may.
    expect((answer as { details: { eligible: string } }).details.eligible).toContain('Name of ');
    expect((await person(first).browser.post('identity.withdraw-act', { act: body['act'] })).status).toBe(200);
    expect(await confirm('auditor', body['act'])).toMatchObject({ code: 'request.not-found' });
  });

  test('the second person may be somebody outside the line, though they work in one unit', async () => {
    const { body } = await askGlass('liaison', 'custodian');
    expect(await confirm('staff', body['act'])).toBe('confirmed');
  });

  test('a day later it is too late, and of two who confirm at once one is second', async () => {
    const late = await askGlass('officer');
    bench.clock.advance({ days: 1 });
    expect(await confirm('auditor', late.body['act'])).toMatchObject({ code: 'request.not-found' });
    const { body } = await askGlass('officer');
    await present('auditor');
    await present('staff');
    const answers = await Promise.all(
      ['auditor', 'staff'].map((name) => person(name).browser.post('identity.confirm-act', { act: body['act'] })),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '404']);
  });

  test('what is lent gives no role that lasts and confirms nothing', async () => {
    const { body } = await askGlass('admin', 'security-officer');
    expect(await confirm('auditor', body['act'])).toBe('confirmed');
    const given = await act('admin', 'identity.grant-role', {
      account: person('concerned').account,
      role: 'custodian',
      unit: null,
    });
    expect(given.body['code']).toBe('identity.not-yours-to-give');
    const other = await askGlass('officer', 'counsel');
    expect(await confirm('admin', other.body['act'])).toMatchObject({ details: { why: 'role' } });
  });

  test('recovery: two persons, a link used once, and every old proof and session is gone', async () => {
    const lost = await signUp(bench, 'lost', [{ role: 'custodian', unit: null }]);
    // One person cannot do it: who can sign in gets no new link.
    const alone = await act('admin', 'identity.issue-link', { account: lost.account, kind: 'invitation' });
    expect(alone.body['code']).toBe('identity.can-sign-in-already');
    const { body } = await act('admin', 'identity.ask-recovery', { account: lost.account, reason: '手机遗失' });
    await proveAgain(bench, lost);
    expect((await lost.browser.post('identity.confirm-act', { act: body['act'] })).body).toMatchObject({
      details: { why: 'subject' },
    });
    const { body: link } = await act('officer', 'identity.confirm-act', { act: body['act'] });
    const recovery = { account: lost.account, template: 'recovery', page: `/enter#${String(link['token'])}` };
    expect(bench.letters.at(-1)).toEqual(recovery);
    const browser = bench.browser();
    const accept = () =>
      browser.post('identity.accept-link', { token: link['token'], password: 'a password never used before' });
    expect((await accept()).body).toEqual({ need: 'second-factor-setup' });
    expect((await lost.browser.get('identity.me')).status).toBe(401);
    expect((await accept()).body['code']).toBe('identity.link-not-valid');
    const old = await bench.browser().post('identity.sign-in', { login: 'lost', password: goodPassword });
    expect(old.status).toBe(401);
  });

  test('ending 三员 takes two; beginning it takes one', async () => {
    expect((await act('admin', 'identity.ask-separation-end', { reason: '机构调整' })).body['code']).toBe(
      'identity.not-separated',
    );
    expect((await act('auditor', 'identity.require-separation', {})).status).toBe(200);
    const { body } = await act('admin', 'identity.ask-separation-end', { reason: '机构调整' });
    const pending = await person('auditor').browser.get('identity.pending-acts');
    const items = pending.body['items'] as { act: string }[];
    const shown = items.find(({ act: id }) => id === body['act']);
    expect(shown).toMatchObject({ mine: false, first: 'Name of admin', told: null });
    expect((shown as { eligible?: string[] }).eligible).toContain('Name of auditor');
    expect(await confirm('auditor', body['act'])).toBe('confirmed');
    expect((await person('auditor').browser.get('identity.separation')).body).toEqual({ required: false });
  });

  test('where nobody could be second, nothing is asked', async () => {
    const small = await createIdentityBench(database);
    const officer = await signUp(small, 'officer', [{ role: 'security-officer', unit: null }]);
    const answer = await officer.browser.post('identity.ask-break-glass', {
      role: 'counsel',
      unit: null,
      reason: '值班需要',
    });
    expect(answer.body['code']).toBe('identity.nobody-eligible');
  });
});
