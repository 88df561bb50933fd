import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { freshActor, openOrganisationOf, refusalOf } from '../../../../../tests/support/two-persons.ts';

const org = 'org-a';
const rule = 'cn-ssl-2024/carrier-in-the-post';
const [first, second] = [
  { rule, subject: 'movement-1' },
  { rule, subject: 'movement-2' },
];
const facts = {
  organisation: { establishedOn: '2020-01-01', secretBearingSince: '2020-01-01' },
  document: { level: 'secret', createdOn: '2026-01-05' },
  copy: { madeOn: '2026-01-06', registeredOn: '2026-01-06' },
  movement: [
    { kind: 'ordinaryMail', movedOn: '2026-11-20' },
    { kind: 'ordinaryMail', movedOn: '2026-11-21' },
  ],
};
const reason = '核对了寄递记录和签收人';

const officer = freshActor(org, 'officer', 'security-officer');
const liaison = freshActor(org, 'liaison', 'unit-liaison');
const auditor = freshActor(org, 'auditor', 'auditor');

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);
  const { duties, clock } = program;
  const shown = async (duty: { rule: string; subject: string }, who = officer) =>
    (await program.ask('duties.one', duty, who)) as Shown;
  const decide = async (input: object, who = officer) =>
    (await program.one('duties.decideReview', { reason, incident: null, ...input }, who)) as Decided;
  const toDecide = async (who = officer) =>
    ((await program.ask('duties.today', {}, who)) as { decide: { subject: string }[] }).decide.map(
      (one) => one.subject,
    );

  beforeAll(async () => {
    await openOrganisationOf(ownerClient, org, 'movement', facts, [
      ['officer', 'security-officer'],
      ['liaison', 'unit-liaison'],
      ['auditor', 'auditor'],
    ]);
    await duties.tick(org, clock.now());
  }, 180_000);

  test('a forbidden fact on record waits for a named person, and for those alone who may decide', async () => {
    expect((await shown(first)).duty.status).toBe('review');
    expect(await toDecide()).toEqual(['movement-1', 'movement-2']);
    expect(await toDecide(auditor)).toEqual([]);
    expect((await shown(first)).review?.may?.incident?.map(({ clock: each }) => each)).toContain('stateSecretLeak');
    expect((await shown(first, auditor)).review?.may).toBeNull();
    for (const who of [liaison, auditor])
      expect((await refusalOf(decide({ ...first, verdict: 'dismissed' }, who)))?.code).toBe('request.not-allowed');
    const marked = refusalOf(decide({ ...first, verdict: 'dismissed', reason: '机密★10年的材料' }));
    expect((await marked)?.code).toBe('register.classified-mark');
    const both = refusalOf(decide({ ...first, verdict: 'dismissed', incident: 'stateSecretLeak' }));
    expect((await both)?.code).toBe('request.invalid');
    const byHand = { rule, subject: 'movement-1', verdict: 'dismissed', decidedOn: '2026-11-23', organisation: 'x' };
    const recorded = program.one('register.record', { kind: 'reviewDecision', fields: byHand }, officer);
    expect(await refusalOf(recorded)).toBeDefined();
  });

  test('dismissed with a reason it is met, and withdrawn it is under review again; what was decided stays known', async () => {
    const { id } = await decide({ ...first, verdict: 'dismissed' });
    const { duty, review } = await shown(first);
    expect(duty).toMatchObject({ status: 'met', metOn: '2026-11-23' });
    expect(review).toMatchObject({
      may: null,
      decisions: [{ id, verdict: 'dismissed', reason, by: 'Name of officer', incident: null }],
    });
    expect((await refusalOf(decide({ ...first, verdict: 'confirmed' })))?.code).toBe('duties.not-in-review');
    expect(await toDecide()).toEqual(['movement-2']);
    await program.one('duties.withdrawReview', { id, reason: '寄递记录有误' }, officer);
    const again = await shown(first);
    expect([again.duty.status, again.review?.decisions, again.history.map(({ status }) => status)]).toEqual([
      'review',
      [],
      ['review', 'met', 'review'],
    ]);
  });

  test('confirmed and made into an incident, its limit begins to run, and nobody sees it who may not read incidents', async () => {
    const { id, incident } = await decide({ ...first, verdict: 'confirmed', incident: 'stateSecretLeak' });
    expect(await shown(first)).toMatchObject({
      duty: { status: 'breached' },
      review: { decisions: [{ id, verdict: 'confirmed', incident }] },
    });
    const made = (await program.ask('register.one', { kind: 'incident', id: incident }, officer)) as {
      fields: { discoveredAt: string };
    };
    const leak = await program.ask('duties.one', { rule: 'cn-ssir-2024/leak-report', subject: incident }, officer);
    const { status, due } = (leak as Shown).duty;
    expect([status, Date.parse(due ?? '')]).toEqual(['pending', Date.parse(made.fields.discoveredAt) + 86_400_000]);
    expect((await shown(first, liaison)).review?.decisions).toMatchObject([{ id, incident: null }]);
    // Taking the decision back does not undo what became known.
    await program.one('duties.withdrawReview', { id, reason: '改由他人核查' }, officer);
    expect((await shown(first)).duty.status).toBe('review');
    await program.ask('register.one', { kind: 'incident', id: incident }, officer);
  });

  test('of two who decide at once one is told that it is decided', async () => {
    const both = [decide({ ...second, verdict: 'dismissed' }), decide({ ...second, verdict: 'confirmed' })];
    const refused = await Promise.all(both.map((one) => refusalOf(one)));
    expect(refused.flatMap((one) => one?.code ?? [])).toEqual(['duties.not-in-review']);
  });

  test('nobody decides on what they have to see to themselves', async () => {
    await ownerClient.query(`UPDATE duty SET assignee = 'person-1' WHERE org_id = $1 AND subject = 'movement-1'`, [
      org,
    ]);
    const self = freshActor(org, 'officer', 'security-officer', 'person-1');
    expect((await shown(first, self)).review?.may).toBeNull();
  });
});

type Decided = { id: string; incident: string | null };
type Shown = {
  duty: { status: string; metOn: string | null; due: string | null };
  history: { status: string }[];
  review: {
    may: { incident: { clock: string }[] | null } | null;
    decisions: { id: string; verdict: string; incident: string | null }[];
  } | null;
};
