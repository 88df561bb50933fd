import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { freshActor, openOrganisationOf, refusalOf } from '../../../../../tests/support/two-persons.ts';

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
  movement: { kind: 'carryAbroad', plannedOn: '2026-11-23', movesOn: '2026-11-23' },
  incident: { clock: 'stateSecretLeak', discoveredOn: '2026-11-23', discoveredAt: '2026-11-23T09:00:00+08:00' },
};
const reason = '病房里等结果，来不及提交';
const [authority, until] = ['保密委员会2026年第3号决定', '2027-05-01'];

const officer = freshActor(org, 'officer', 'security-officer');
const approver = freshActor(org, 'approver', 'approver');

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);
  const { duties, clock } = program;
  const stored = async ({ rule, subject: id }: { rule: string; subject: string }) =>
    ((await program.ask('duties.one', { rule, subject: id }, officer)) as Shown) ?? null;
  const confirm = (act: unknown, who = approver) => program.one('identity.confirm-act', { act }, who);
  const asks = async (action: string, input: object, who = officer) =>
    ((await program.one(action, { reason, until, ...input }, who)) as { act: string }).act;
  const refusal = (action: string, input: object, who = officer) =>
    refusalOf(program.one(action, action.startsWith('duties.') ? { reason, until, ...input } : input, who));

  beforeAll(async () => {
    await openOrganisationOf(ownerClient, org, 'traveller', facts, [
      ['officer', 'security-officer'],
      ['approver', 'approver'],
      ['traveller', 'approver', assignee],
      ['auditor', 'auditor'],
    ]);
    await duties.tick(org, clock.now());
  }, 300_000);

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
    const self = freshActor(org, 'officer', 'security-officer', assignee);
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
      [freshActor(org, 'traveller', 'approver', assignee), 'subject'],
      [freshActor(org, 'auditor', 'auditor'), 'role'],
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
