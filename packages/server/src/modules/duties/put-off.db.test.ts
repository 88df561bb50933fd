import { exampleRegister } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import { loadFacts } from '../../../../../tests/support/stored-duties.ts';
import type { Actor } from '../../platform/actions/actor.ts';
import { Refused } from '../../platform/actions/refusal.ts';

const org = 'org-a';
const [subject, assignee] = ['traveller-1', 'person-1'];

/** Policy may put it off; a local regulation of which only a report was read gates the journey; the law lets nobody through. */
const rules = {
  policy: { rule: 'org-policy/trip-submission-lead', subject: 'traveller-2', period: null },
  gate: { rule: 'cn-cq-2023/pre-departure-education', subject, period: null },
  exit: { rule: 'cn-ssl-2024/exit-approval', subject, period: null },
  carried: { rule: 'cn-ssl-2024/carrying-abroad-approval', subject: 'movement-1', period: null },
  leak: { rule: 'cn-ssir-2024/leak-report', subject: 'incident-1', period: null },
};
const facts = {
  organisation: { establishedOn: '2020-01-01', secretBearingSince: '2020-01-01' },
  trip: [
    { abroad: true, kind: 'official', createdOn: '2026-11-10', submittedOn: '2026-11-12', departsOn: '2026-11-25' },
    { abroad: true, kind: 'official', createdOn: '2026-11-10', departsOn: '2026-11-25' },
  ],
  traveller: [
    { trip: 'trip-1', addedOn: '2026-11-10', secretBearing: true },
    { trip: 'trip-2', addedOn: '2026-11-10', secretBearing: true },
  ],
  document: { level: 'confidential', createdOn: '2026-01-05' },
  copy: { madeOn: '2026-01-06' },
  movement: { kind: 'carryAbroad', movedOn: '2026-11-23' },
  incident: { clock: 'stateSecretLeak', discoveredOn: '2026-11-23', discoveredAt: '2026-11-23T09:00:00+08:00' },
};
const reason = '病房里等结果，来不及提交';
const [authority, until] = ['保密委员会2026年第3号决定', '2027-05-01'];

const actorAs = (account: string, role: Parameters<typeof actorOf>[1], person: string | null = null): Actor => ({
  ...actorOf(org, role, { person }),
  account,
  session: `session-${account}`,
  fresh: true,
});
const officer = actorAs('officer', 'security-officer');
const approver = actorAs('approver', 'approver');

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);
  const { duties, clock } = program;
  const stored = async ({ rule, subject: id }: { rule: string; subject: string }) =>
    ((await program.ask('duties.one', { rule, subject: id }, officer)) as Shown) ?? null;
  const confirm = (act: unknown, who = approver) => program.one('identity.confirm-act', { act }, who);
  const asks = async (action: string, input: object, who = officer) =>
    ((await program.one(action, { reason, until, ...input }, who)) as { act: string }).act;
  const refusal = async (action: string, input: object, who = officer) => {
    try {
      await program.one(action, action.startsWith('duties.') ? { reason, until, ...input } : input, who);
    } catch (error) {
      if (error instanceof Refused) return error.refusals[0];
      throw error;
    }
    return undefined;
  };

  beforeAll(async () => {
    const register = exampleRegister(
      { case: 'other', asOf: '2026-11-23', facts, expect: 'none' },
      vocabulary,
      'traveller',
    );
    if ('zh' in register) throw new Error(register.en);
    await loadFacts(ownerClient, register, org);
    await ownerClient.query("INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, 'aaaaaaaa', now())", [org]);
    for (const [account, role, person] of [
      ['officer', 'security-officer', null],
      ['approver', 'approver', null],
      ['traveller', 'approver', assignee],
      ['auditor', 'auditor', null],
    ] as const) {
      await ownerClient.query(
        `INSERT INTO account (org_id, id, login, name, person, status, made_at) VALUES ($1, $2, $2, 'Name of ' || $2, $3, 'active', '2026-01-01')`,
        [org, account, person],
      );
      await ownerClient.query(
        `INSERT INTO account_passkey (org_id, id, account, label, credential, public_key, counter, transports, made_at)
         VALUES ($1, $2, $2, 'x', $2, '\\x00', 0, '{}', '2026-01-01')`,
        [org, account],
      );
      await ownerClient.query(
        `INSERT INTO role_grant (org_id, id, account, role, unit, from_at, made_at) VALUES ($1, $2, $2, $3, NULL, '2026-01-01', '2026-01-01')`,
        [org, account, role],
      );
    }
    await duties.tick(org, clock.now());
  }, 180_000);

  test.each([
    ['duties.waive', 'gate', 'duties.never-waived', '重庆'],
    ['duties.waive', 'exit', 'duties.never-waived', '第45条'],
    ['duties.waive', 'leak', 'duties.never-put-off', '第61条'],
    ['duties.override', 'exit', 'duties.never-overridden', '第45条'],
    ['duties.override', 'carried', 'duties.never-overridden', '第28条'],
    ['duties.override', 'leak', 'duties.never-put-off', '第61条'],
    ['duties.override', 'policy', 'duties.no-gate', '本单位'],
  ] as const)(
    '%s of the duty “%s” is refused with %s, and the clause is named',
    async (action, which, code, clause) => {
      const refusedWith = await refusal(action, {
        ...rules[which],
        ...(action === 'duties.waive' ? { authority } : {}),
      });
      expect(refusedWith?.code).toBe(code);
      expect(JSON.stringify(refusedWith?.details)).toContain(clause);
      const why = code.replace('duties.', '');
      const { putOff } = await stored(rules[which]);
      expect(putOff[action === 'duties.waive' ? 'waiver' : 'override'].refusedFor).toBe(why);
    },
  );

  test.each([
    ['its end is today', { until: '2026-11-23' }, 'duties.end-out-of-bounds'],
    ['its end is more than a year away', { until: '2027-11-24' }, 'duties.end-out-of-bounds'],
    ['its reason holds a mark of classified text', { reason: '绝密★长期' }, 'register.classified-mark'],
  ])('a waiver is refused where %s', async (_why, input, code) => {
    expect((await refusal('duties.waive', { ...rules.policy, authority, ...input }))?.code).toBe(code);
  });

  test('nobody puts off what they owe themselves, and nobody but the officer asks', async () => {
    const self = actorAs('officer', 'security-officer', assignee);
    expect((await refusal('duties.waive', { ...rules.policy, authority }, self))?.code).toBe('duties.own-duty');
    expect(
      await program.refused('run', 'duties.waive', { ...rules.policy, authority, reason, until }, approver),
    ).toEqual(['request.not-allowed']);
  });

  test('a waiver waits for a second person who is not the one it is about, and settles the duty as it is signed', async () => {
    const act = await asks('duties.waive', { ...rules.policy, authority });
    expect((await stored(rules.policy)).putOff.waiting).toMatchObject([{ act, kind: 'waiver', mine: true }]);
    expect((await refusal('duties.waive', { ...rules.policy, authority }))?.code).toBe('duties.already-asked');
    const before = (await stored(rules.policy)).duty.status;
    for (const [who, why] of [
      [officer, 'first'],
      [actorAs('traveller', 'approver', assignee), 'subject'],
      [actorAs('auditor', 'auditor'), 'role'],
    ] as const) {
      const second = await refusal('identity.confirm-act', { act }, who);
      expect(second).toMatchObject({ code: 'identity.second-person', details: { why, eligible: 'Name of approver' } });
    }
    const pending = (await program.ask('identity.pending-acts', {}, approver)) as { items: object[] };
    expect(pending.items).toMatchObject([{ act, kind: 'waiver', mine: false, told: { authority, until } }]);
    await confirm(act);
    const { duty, putOff, history } = await stored(rules.policy);
    expect([before, duty.status]).toEqual(['overdue', 'waived']);
    expect(history[0]).toMatchObject({ cause: 'waiver', status: 'waived' });
    const names = { first: 'Name of officer', second: 'Name of approver' };
    expect(putOff.decisions).toMatchObject([{ kind: 'waiver', inForce: true, until, reason, authority, ...names }]);
    expect(putOff.waiting).toEqual([]);
  });

  test('one person ends it early, and the law holds again at once', async () => {
    const [waiver] = (await stored(rules.policy)).putOff.decisions;
    await program.one('duties.endPutOff', { kind: 'waiver', id: waiver?.id, reason: '已经补交' }, officer);
    const { duty, putOff } = await stored(rules.policy);
    expect([duty.status, putOff.decisions[0]?.inForce, putOff.decisions[0]?.until]).toEqual([
      'overdue',
      false,
      '2026-11-23',
    ]);
    expect(
      await program.refused('run', 'duties.endPutOff', { kind: 'waiver', id: waiver?.id, reason: '再来一次' }, officer),
    ).toEqual(['duties.already-ended']);
  });

  test('an override opens the gate and leaves the duty as it is, counted as before', async () => {
    const before = await stored(rules.gate);
    expect(before.gates).toMatchObject([{ gate: 'trip.depart', opens: false }]);
    await confirm(await asks('duties.override', rules.gate));
    const { duty, gates } = await stored(rules.gate);
    expect(duty.status).toBe(before.duty.status);
    expect(duty.status).not.toBe('met');
    expect(gates).toMatchObject([{ gate: 'trip.depart', opens: true, overridden: true }]);
    const traveller = { kind: 'traveller', id: subject };
    const held = await database.inOrganisation(org, (tx) => duties.holds(tx, 'trip.depart', traveller, clock.now()));
    expect(held.filter(({ rule }) => rule === rules.gate.rule)).toMatchObject([{ overridden: true }]);
    expect(held.filter(({ rule }) => rule === rules.exit.rule)).toMatchObject([{ overridden: false }]);
  });
});

type Shown = {
  duty: { status: string };
  history: { cause: string; status: string }[];
  gates: { gate: string; opens: boolean; overridden: boolean }[];
  putOff: {
    waiver: { refusedFor: string | null };
    override: { refusedFor: string | null };
    decisions: { id: string; inForce: boolean; until: string }[];
    waiting: object[];
  };
};
