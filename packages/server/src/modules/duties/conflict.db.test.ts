import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { freshActor, openOrganisationOf, refusalOf } from '../../../../../tests/support/two-persons.ts';
import type { Actor } from '../../platform/actions/actor.ts';

const org = 'org-a';
const rule = 'us-sead3-2017/itinerary-before-travel';
const act = 'give-personal-data-abroad';
const [subject, assignee] = ['traveller-1', 'person-1'];
/** Cleared under the law of one country, with people and data under that of another. */
const facts = {
  organisation: { seat: 'cn', region: 'cq', establishedOn: '2020-01-01', clearedSince: '2022-01-01' },
  trip: { abroad: true, kind: 'private', createdOn: '2026-11-01', departsOn: '2026-12-10' },
  traveller: { addedOn: '2026-11-01', cleared: true },
  handover: { receiver: 'foreignAuthority', personalData: true, plannedOn: '2026-11-10', givesOn: '2026-12-01' },
};
const reason = '先向主管机关报批，批准前不报告';
const asked = { rule, subject, act, decision: 'refrain', reason };

const officer = freshActor(org, 'officer', 'security-officer');
const counsel = freshActor(org, 'counsel', 'counsel');

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);
  const { duties, clock } = program;
  const shown = async () => (await program.ask('duties.one', { rule, subject }, officer)) as Shown;
  const heldAt = async (gate: string) => {
    const held = await database.inOrganisation(org, (tx) =>
      duties.holds(tx, gate, { kind: 'traveller', id: subject }, clock.now()),
    );
    return held.filter(({ conflict }) => conflict !== null);
  };
  const today = async () =>
    ((await program.ask('duties.today', {}, officer)) as { conflicts: { subject: string }[] }).conflicts;

  beforeAll(async () => {
    await openOrganisationOf(ownerClient, org, 'traveller', facts, [
      ['officer', 'security-officer'],
      ['counsel', 'counsel'],
      ['traveller', 'approver', assignee],
    ]);
    await duties.tick(org, clock.now());
  }, 180_000);

  test('what one clause demands and another restrains is held with both sides named, and listed to be decided', async () => {
    const [held] = await heldAt(act);
    expect(held).toMatchObject({ rule, overridden: false, conflict: { act } });
    expect(held?.conflict?.clauses).toContain('cn-pipl-2021/art-41');
    const { conflicts } = await shown();
    expect(conflicts).toMatchObject([{ act, decision: null, waiting: null, demanding: { rule } }]);
    expect(conflicts[0]?.restraining.map((one) => one.rule)).toContain('cn-pipl-2021/foreign-authority-approval');
    expect(await today()).toMatchObject([{ subject }]);
    expect(await program.ask('duties.conflicts', {}, officer)).toMatchObject({
      conflicts: [{ act, decision: null, duty: { rule, subject } }],
      more: false,
    });
    const ledger = { list: 'conflicts', filter: {}, format: 'csv', language: 'zh', handover: null };
    const made = (await program.one('ledgers.make', ledger, officer)) as { rows: number; file: string };
    expect(made.rows).toBe(1);
    expect(Buffer.from(made.file, 'base64').toString()).toContain('尚未决定');
  });

  test('one person cannot decide it: not by names that are typed, not by signing twice, not about oneself', async () => {
    const typed = {
      act,
      rule,
      subject,
      decision: 'refrain',
      decidedOn: '2026-11-23',
      firstPerson: '甲',
      secondPerson: '乙',
    };
    const fields = { ...typed, organisation: 'organisation-1', reason };
    const byHand = program.one('register.record', { kind: 'conflictDecision', fields }, officer);
    expect((await refusalOf(byHand))?.code).toBe('register.has-own-action');
    const self = freshActor(org, 'officer', 'security-officer', assignee);
    expect((await refusalOf(program.one('duties.decideConflict', asked, self)))?.code).toBe('duties.own-duty');
    const other = { ...asked, act: 'something-else' };
    expect((await refusalOf(program.one('duties.decideConflict', other, officer)))?.code).toBe('duties.no-conflict');
    const { act: id } = (await program.one('duties.decideConflict', asked, officer)) as { act: string };
    expect((await refusalOf(program.one('duties.decideConflict', asked, officer)))?.code).toBe('duties.already-asked');
    for (const [who, why] of [
      [officer, 'first'],
      [freshActor(org, 'traveller', 'approver', assignee), 'subject'],
    ] as const)
      expect(await refusalOf(program.one('identity.confirm-act', { act: id }, who))).toMatchObject({
        code: 'identity.second-person',
        details: { why },
      });
    // Asked for is not decided.
    expect(await heldAt(act)).toHaveLength(1);
    expect((await shown()).conflicts).toMatchObject([{ decision: null, waiting: { act: id, decision: 'refrain' } }]);
  });

  test('signed by a second person in a session of their own it is decided, and the act is held by it no longer', async () => {
    const pending = (await program.ask('identity.pending-acts', {}, counsel)) as { items: { act: string }[] };
    expect(pending.items).toMatchObject([
      { kind: 'conflict-decision', told: { about: 'conflict', rule, decision: 'refrain' } },
    ]);
    await program.one('identity.confirm-act', { act: pending.items[0]?.act }, counsel);
    expect(await heldAt(act)).toEqual([]);
    const { conflicts, duty } = await shown();
    const names = { first: 'Name of officer', second: 'Name of counsel' };
    expect(conflicts).toMatchObject([{ waiting: null, decision: { decision: 'refrain', reason, ...names } }]);
    // What was decided says nothing of whether the duty is met.
    expect(duty.status).toBe('pending');
    expect(await today()).toEqual([]);
  });

  test('withdrawn by one person with a reason it is open again, and nothing it had replaced comes to count', async () => {
    const again = { ...asked, decision: 'perform' };
    const { act: id } = (await program.one('duties.decideConflict', again, officer)) as { act: string };
    await program.one('identity.confirm-act', { act: id }, counsel);
    expect((await shown()).conflicts).toMatchObject([{ decision: { decision: 'perform' } }]);
    const withdrawal = { rule, subject, act, reason: '主管机关另有答复，须重新研究' };
    const refused = async (given: object, who: Actor) =>
      (await refusalOf(program.one('duties.withdrawConflict', { ...withdrawal, ...given }, who)))?.code;
    expect(await refused({}, counsel)).toBe('request.not-allowed');
    expect(await refused({}, freshActor(org, 'self', 'security-officer', assignee))).toBe('duties.own-conflict');
    expect(await refused({ reason: '绝密★ 另有答复' }, officer)).toBe('register.classified-mark');
    expect(await refused({ act: 'something-else' }, officer)).toBe('duties.conflict-undecided');
    expect(await heldAt(act)).toEqual([]);
    expect(await program.one('duties.withdrawConflict', withdrawal, officer)).toEqual({ withdrawn: 2 });
    expect(await heldAt(act)).toHaveLength(1);
    expect((await shown()).conflicts).toMatchObject([{ decision: null, waiting: null }]);
    expect(await today()).toMatchObject([{ subject }]);
    expect(await refused({}, officer)).toBe('duties.conflict-undecided');
    // Both stay known as they were decided, with why they count no longer.
    const { rows } = await ownerClient.query<{ change: string; reason: string | null; decision: string | null }>(
      `SELECT change, reason, fields ->> 'decision' AS decision FROM fact_version
       WHERE org_id = $1 AND kind = 'conflictDecision' ORDER BY version, decision`,
      [org],
    );
    expect(rows.map((row) => [row.change, row.decision])).toEqual([
      ['record', 'perform'],
      ['record', 'refrain'],
      ['withdraw', null],
      ['withdraw', null],
    ]);
    expect(new Set(rows.slice(2).map((row) => row.reason))).toEqual(new Set([withdrawal.reason]));
  });

  test('a restraint that is met is none any more', async () => {
    expect(await heldAt(act)).toHaveLength(1);
    await ownerClient.query(`UPDATE fact_handover SET authority_approved_on = '2026-11-20' WHERE org_id = $1`, [org]);
    await database.inOrganisation(org, (tx) => duties.reread(tx, clock.now()));
    await duties.recompute(org, clock.now());
    expect(await heldAt(act)).toEqual([]);
    expect((await shown()).conflicts).toEqual([]);
  });
});

type Shown = {
  duty: { status: string };
  conflicts: {
    act: string;
    decision: object | null;
    waiting: object | null;
    restraining: { rule: string }[];
  }[];
};
