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

  const waitsOf = (body: Record<string, unknown>) => body['waits'] as { code: string } | null;
  const newPassword = 'a password never used before';
  const follow = (token: unknown, more: object = {}) =>
    bench.browser().post('identity.accept-link', { token, password: newPassword, ...more });
  const entersWith = async (login: string, password = newPassword) =>
    (await bench.browser().post('identity.sign-in', { login, password })).status === 200;
  const pendingFor = async (who: string, kind: string) => {
    await present(who);
    const { body } = await person(who).browser.get('identity.pending-acts');
    return (body['items'] as { act: string; kind: string; mine: boolean }[]).filter(
      (one) => one.kind === kind && !one.mine,
    );
  };
  const check = async (who: string, code: string | undefined) =>
    (
      await act(who, 'identity.confirm-act', {
        act: (await pendingFor(who, 'identity-check')).at(-1)?.act,
        check: code,
      })
    ).body;
  /** Asked by the administrator, confirmed by the officer: the link that goes through their hands. */
  const recoveryOf = async (account: string) => {
    const { body } = await act('admin', 'identity.ask-recovery', { account, reason: '手机遗失' });
    return (await act('officer', 'identity.confirm-act', { act: body['act'] })).body['token'];
  };

  test('recovery: one administrator has no account by it, and the second of the two is none', async () => {
    people.set('admin-2', await signUp(bench, 'admin-2', [{ role: 'administrator', unit: null }]));
    const lost = await signUp(bench, 'lost', [{ role: 'custodian', unit: null }]);
    // One person cannot do it: who can sign in gets no new link.
    const alone = await act('admin', 'identity.issue-link', { account: lost.account, kind: 'invitation' });
    expect(alone.body['code']).toBe('identity.can-sign-in-already');
    const { body } = await act('admin', 'identity.ask-recovery', { account: lost.account, reason: '手机遗失' });
    // Its owner hears of it at once, before anybody has confirmed: by mail, and at the head of every page.
    expect(bench.letters.at(-1)).toEqual({ account: lost.account, template: 'recovery-asked', page: '/mine' });
    expect((await lost.browser.get('identity.me')).body['recoveredSince']).toEqual(expect.any(String));
    expect(await confirm('admin-2', body['act'])).toMatchObject({ details: { why: 'role' } });
    await proveAgain(bench, lost);
    expect((await lost.browser.post('identity.confirm-act', { act: body['act'] })).body).toMatchObject({
      details: { why: 'subject' },
    });
  });

  test('recovery: whoever carries the link is not let in by it, and the owner who still signs in stops it', async () => {
    const kept = await signUp(bench, 'kept', [{ role: 'custodian', unit: null }]);
    const token = await recoveryOf(kept.account);
    expect(bench.letters.at(-1)).toEqual({
      account: kept.account,
      template: 'recovery',
      page: `/enter#${String(token)}`,
    });
    await present('admin');
    const since = async () => {
      await proveAgain(bench, kept);
      return (await kept.browser.get('identity.me')).body['recoveredSince'];
    };
    expect(await since()).toEqual(expect.any(String));
    const followed = await follow(token);
    expect(followed).toMatchObject({ status: 200, body: { waits: { code: expect.stringMatching(/^\d{6}$/) } } });
    expect(followed.cookies).toEqual([]);
    expect(await entersWith('kept')).toBe(false);
    expect((await follow(token)).body['code']).toBe('identity.link-not-valid');
    // Everything the owner had still works.
    expect(await entersWith('kept', goodPassword)).toBe(true);
    expect(await since()).toEqual(expect.any(String));
    expect((await kept.browser.post('identity.stop-recovery', {})).body).toEqual({ stopped: 1 });
    expect(await since()).toBeNull();
    bench.clock.advance({ seconds: 24 * 3600 + 1 });
    for (const who of ['admin', 'officer', 'auditor']) expect(await pendingFor(who, 'identity-check')).toEqual([]);
    const { rows } = await ownerClient.query(
      'SELECT FROM account_link WHERE org_id = $1 AND password_hash IS NOT NULL',
      [bench.org],
    );
    expect(rows).toEqual([]);
  });

  test('recovery: after a day a third person of the same role lets the owner in, by the code they are told', async () => {
    const lost = await signUp(bench, 'gone', [{ role: 'approver', unit: null }]);
    people.set('peer', await signUp(bench, 'peer', [{ role: 'approver', unit: null }]));
    const code = waitsOf((await follow(await recoveryOf(lost.account))).body)?.code;
    // Neither those whose hands the link went through nor anybody of another role.
    for (const who of ['admin', 'officer', 'auditor']) expect(await pendingFor(who, 'identity-check')).toEqual([]);
    expect(await check('peer', code)).toMatchObject({ code: 'identity.wait-first' });
    bench.clock.advance({ seconds: 24 * 3600 + 1 });
    expect(await check('peer', 'other')).toMatchObject({ code: 'identity.check-differs' });
    expect(await check('peer', undefined)).toMatchObject({ code: 'identity.check-differs' });
    expect(await check('peer', code)).toEqual({ token: null, endsAt: null });
    expect(bench.letters.at(-1)).toMatchObject({ account: lost.account, template: 'sign-in-changed' });
    expect(await entersWith('gone', goodPassword)).toBe(false);
    // The second factor went as well: it is set up before anything else.
    const answer = await bench.browser().post('identity.sign-in', { login: 'gone', password: newPassword });
    expect(answer.body).toEqual({ need: 'second-factor-setup' });
  });

  test('recovery: a proof that only the owner still has lets them in at once, and cannot be guessed', async () => {
    const lost = await signUp(bench, 'forgot', [{ role: 'custodian', unit: null }]);
    await proveAgain(bench, lost);
    const { body } = await lost.browser.post('identity.make-recovery-codes', {});
    const [recoveryCode] = body['codes'] as string[];
    const token = await recoveryOf(lost.account);
    expect((await follow(token, { proof: { recoveryCode: 'a guess' } })).body['code']).toBe('identity.proof-refused');
    // The count of attempts outlives each refusal.
    for (let guess = 0; guess < 12; guess++) await follow(token, { proof: { code: String(guess).padStart(6, '0') } });
    expect((await follow(token, { proof: { recoveryCode } })).body['code']).toBe('identity.wait');
    bench.clock.advance({ seconds: 3600 });
    expect((await follow(token, { proof: { recoveryCode } })).body).toEqual({
      need: 'second-factor-setup',
      waits: null,
    });
    expect((await lost.browser.get('identity.me')).status).toBe(401);
    expect(await entersWith('forgot', goodPassword)).toBe(false);
  });

  test('an account that nobody used yet: whoever made its link is not let in by it', async () => {
    const opened = { login: 'newcomer', name: '新来的', person: null, roles: [], link: 'invitation' };
    const { body: invited } = await act('admin', 'identity.invite', opened);
    // The administrator follows it first, and then the newcomer with a new one: the officer asks the newcomer for the code.
    const stolen = waitsOf((await follow(invited['token'])).body)?.code;
    const again = { account: invited['account'], kind: 'invitation' };
    const { body: link } = await act('admin', 'identity.issue-link', again);
    const code = waitsOf((await follow(link['token'], { password: 'another one chosen by its owner' })).body)?.code;
    expect(await entersWith('newcomer')).toBe(false);
    expect(await pendingFor('admin', 'identity-check')).toEqual([]);
    expect(await pendingFor('officer', 'identity-check')).toHaveLength(1);
    expect(stolen).toMatch(/^\d{6}$/);
    const other = stolen === code ? 'other' : stolen;
    expect(await check('officer', other)).toMatchObject({ code: 'identity.check-differs' });
    expect(await check('officer', code)).toEqual({ token: null, endsAt: null });
    expect(await entersWith('newcomer')).toBe(false);
    expect(await entersWith('newcomer', 'another one chosen by its owner')).toBe(true);
  });

  test('before there is an officer an administrator lets in nobody but the first', async () => {
    const small = await createIdentityBench(database);
    const admin = await signUp(small, 'admin', [{ role: 'administrator', unit: null }]);
    const invite = async (login: string, roles: object[]) => {
      const { body } = await admin.browser.post('identity.invite', { login, name: login, person: null, roles });
      const input = { token: body['token'], password: newPassword };
      return (await small.browser().post('identity.accept-link', input)).body;
    };
    expect(await invite('early', [])).toMatchObject({ code: 'identity.nobody-eligible' });
    const first = await invite('first', [{ role: 'security-officer', unit: null }]);
    expect(first).toEqual({ need: 'second-factor-setup', waits: null });
  });

  test('ending 三员 takes two; beginning it takes one', async () => {
    expect((await act('admin', 'identity.ask-separation-end', { reason: '机构调整' })).body['code']).toBe(
      'identity.not-separated',
    );
    expect((await act('auditor', 'identity.require-separation', {})).status).toBe(200);
    // Apart is apart, for four hours as well.
    expect((await askGlass('admin', 'security-officer')).body['code']).toBe('identity.roles-apart');
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
