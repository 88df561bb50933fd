import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import { freshActor, openOrganisationOf, refusalOf } from '../../../../../tests/support/two-persons.ts';

const [org, otherOrg] = ['org-a', 'org-b'];
/** Within a day it is reported, as the pack has it; the tests' text says two. */
const [leak, leakRule] = ['cn-ssir-2024/art-61', 'cn-ssir-2024/leak-report'];
const education = 'cn-cq-2023/trip-education';
const facts = {
  organisation: { establishedOn: '2020-01-01', secretBearingSince: '2020-01-01' },
  incident: { clock: 'stateSecretLeak', discoveredOn: '2026-11-23', discoveredAt: '2026-11-23T09:00:00+08:00' },
};
const reason = '对照公报逐字核过';
const proposal = {
  number: null,
  heading: null,
  gist: null,
  figures: {},
  citation: '国务院公报2024年第21号',
  textOn: '2024-07-10',
  textHash: `sha256:${'a'.repeat(64)}`,
  reason,
};

const officer = freshActor(org, 'officer', 'security-officer');
const counsel = freshActor(org, 'counsel', 'counsel');

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);
  const { duties, clock } = program;
  const asks = async (action: string, input: object) =>
    ((await program.one(action, input, officer)) as { act: string }).act;
  const confirm = (act: string, who = counsel) => program.one('identity.confirm-act', { act }, who);
  const due = async (): Promise<string | null> =>
    ((await program.ask('duties.one', { rule: leakRule, subject: 'incident-1' }, officer)) as Shown).duty.due;
  const clause = async (id: string, who = officer) =>
    (await program.ask('law.clause', { clause: id }, who)) as { sureness: string; number?: string; confirmed: unknown };
  const refusal = (action: string, input: object, who = officer) => refusalOf(program.one(action, input, who));

  beforeAll(async () => {
    await openOrganisationOf(ownerClient, org, 'incident', facts, [
      ['officer', 'security-officer'],
      ['counsel', 'counsel'],
      ['auditor', 'auditor'],
    ]);
    await duties.tick(org, clock.now());
  }, 300_000);

  test.each([
    ['of nothing', { clause: 'cn-cq-2023/none' }, 'request.not-found'],
    ['of a figure it has not', { clause: education, figures: { daysBefore: 3 } }, 'law.no-such-figure'],
    ['of a figure as another type', { clause: leak, figures: { reportWithin: 48 } }, 'law.no-such-figure'],
    ['with the number of another clause', { clause: leak, number: '45' }, 'law.number-taken'],
    ['with a number beyond its articles', { clause: leak, number: '75' }, 'law.number-beyond'],
    ['with what is no number', { clause: leak, number: 'about 61' }, 'law.number-form'],
    ['by a text of tomorrow', { clause: leak, textOn: '2026-11-24' }, 'law.text-ahead'],
    ['with a mark of classified text', { clause: leak, reason: '绝密★长期' }, 'register.classified-mark'],
    [
      'by which a setting would be looser than the law',
      { clause: 'cn-ssir-2024/art-56', figures: { reportEvery: 'P1M' } },
      'law.setting-first',
    ],
  ])('a confirmation %s is refused', async (_, changes, code) => {
    expect((await refusal('law.confirmClause', { ...proposal, ...changes }))?.code).toBe(code);
  });

  test('what a corrected figure does is shown before; two people confirm it, and the duties are read anew', async () => {
    const corrected = { clause: leak, figures: { reportWithin: 'PT48H' } };
    const looked = { clause: leak, figures: ['reportWithin=PT48H'] };
    const impact = await program.ask('law.confirmationImpact', looked, counsel);
    expect(impact).toMatchObject({
      gained: 0,
      lost: 0,
      moved: 1,
      lines: [{ rule: leakRule, before: { due: '2026-11-24T01:00:00Z' }, after: { due: '2026-11-25T01:00:00Z' } }],
    });
    const act = await asks('law.confirmClause', { ...proposal, ...corrected });
    expect(await program.ask('law.clauseRests', { clause: leak }, officer)).toMatchObject({
      waiting: [{ act, kind: 'clause-confirmation', mine: true }],
    });
    expect((await refusal('law.confirmClause', { ...proposal, ...corrected }))?.code).toBe('law.already-asked');
    for (const [who, why] of [
      [officer, 'first'],
      [freshActor(org, 'auditor', 'auditor'), 'role'],
    ] as const)
      expect(await refusal('identity.confirm-act', { act }, who)).toMatchObject({
        code: 'identity.second-person',
        details: { why, eligible: 'Name of counsel' },
      });
    expect(await program.ask('identity.pending-acts', {}, counsel)).toMatchObject({
      items: [
        {
          kind: 'clause-confirmation',
          told: {
            about: 'clause',
            clause: leak,
            corrected: { figures: [{ zh: '报告期限：48小时', en: 'report within: 48 hours' }] },
            read: { textHash: proposal.textHash },
          },
        },
      ],
    });
    expect([await due(), (await clause(leak)).confirmed]).toEqual(['2026-11-24T01:00:00Z', null]);
    await confirm(act);
    await duties.recompute(org, clock.now());
    expect(await due()).toBe('2026-11-25T01:00:00Z');
    const { history } = (await program.ask('duties.one', { rule: leakRule, subject: 'incident-1' }, officer)) as Shown;
    expect(history[0]?.cause).toBe('revision');
    expect(await duties.countDiffering(org, clock.now())).toBe(0);
    expect(await clause(leak)).toMatchObject({
      sureness: 'text',
      figures: expect.arrayContaining([expect.objectContaining({ en: expect.stringContaining('48 hours') })]),
      confirmed: {
        by: ['Name of officer', 'Name of counsel'],
        on: '2026-11-23',
        textOn: '2024-07-10',
        textHash: proposal.textHash,
      },
    });
    expect((await clause(leak, actorOf(otherOrg, 'security-officer'))).confirmed).toBeNull();
    const explained = await program.ask(
      'duties.explain',
      { rule: leakRule, subject: 'incident-1', period: null },
      officer,
    );
    expect(explained).toMatchObject({ agrees: true });
    expect((await refusal('law.confirmClause', { ...proposal, clause: leak }))?.code).toBe('law.already-confirmed');
  });

  test('how days are counted is corrected by two as well: shown before, then in every duty, list and explanation', async () => {
    const [submission, submissionRule] = ['cn-ssir-2024/art-25', 'cn-ssir-2024/unclear-level-submission'];
    const { rows } = await ownerClient.query<{ id: string }>('SELECT id FROM fact_organisation WHERE org_id = $1', [
      org,
    ]);
    const house = rows[0]?.id;
    const document = {
      organisation: house,
      derivative: false,
      unclear: true,
      abovePower: false,
      createdOn: '2026-11-16',
    };
    await program.one('register.record', { kind: 'document', id: 'document-1', fields: document }, officer);
    const key = { rule: submissionRule, subject: 'document-1' };
    const dueNow = async () => ((await program.ask('duties.one', key, officer)) as Shown).duty.due;
    expect(await dueNow()).toBe('2026-11-30');
    expect(await program.ask('law.clauseRests', { clause: submission }, officer)).toMatchObject({ counts: 'working' });
    const looked = { clause: submission, figures: ['counts=calendar'] };
    expect(await program.ask('law.confirmationImpact', looked, counsel)).toMatchObject({
      moved: 1,
      lines: [{ before: { due: '2026-11-30' }, after: { due: '2026-11-26' } }],
    });
    const act = await asks('law.confirmClause', { ...proposal, clause: submission, figures: { counts: 'calendar' } });
    expect(await program.ask('identity.pending-acts', {}, counsel)).toMatchObject({
      items: [{ told: { corrected: { figures: [{ zh: '按自然日计算' }] } } }],
    });
    await confirm(act);
    await duties.recompute(org, clock.now());
    expect(await dueNow()).toBe('2026-11-26');
    expect(await duties.countDiffering(org, clock.now())).toBe(0);
    expect(await program.ask('duties.explain', { ...key, period: null }, officer)).toMatchObject({ agrees: true });
    expect(await clause(submission)).toMatchObject({
      figures: expect.arrayContaining([expect.objectContaining({ zh: expect.stringContaining('10日') })]),
    });
  });

  test('a clause without figures is confirmed: it is counted, its rules are surer, and no duty is computed again', async () => {
    const act = await asks('law.confirmClause', { ...proposal, clause: education, number: '15' });
    await confirm(act);
    expect(await program.ask('law.edition', { edition: 'cn-cq-2023' }, officer)).toMatchObject({
      articles: { confirmed: 1, articles: 29 },
      read: 1,
    });
    expect(await clause(education)).toMatchObject({ sureness: 'text', name: { zh: '重庆条例第15条' } });
    const { rows } = await ownerClient.query('SELECT FROM duty_recompute WHERE org_id = $1', [org]);
    expect(rows).toEqual([]);
  });

  test('what rests on a clause: rules with their gates, and duties where enough persons stand behind the number', async () => {
    expect(await program.ask('law.clauseRests', { clause: education }, counsel)).toMatchObject({
      rules: [{ rule: 'cn-cq-2023/pre-departure-education', gates: ['trip.depart'], open: 0, all: 0 }],
      waiting: [],
    });
    expect(await program.ask('law.clauseRests', { clause: leak }, counsel)).toMatchObject({
      rules: expect.arrayContaining([expect.objectContaining({ rule: leakRule, open: 1, all: 1 })]),
      figures: expect.arrayContaining([expect.objectContaining({ name: 'reportWithin', value: 'PT48H' })]),
    });
  });

  test('a confirmation is withdrawn by two as well, and the packs hold again', async () => {
    expect((await refusal('law.endConfirmation', { clause: 'cn-cq-2023/departments', reason }))?.code).toBe(
      'law.not-confirmed',
    );
    expect(await program.ask('law.confirmationImpact', { clause: leak, ends: true }, officer)).toMatchObject({
      moved: 1,
    });
    const act = await asks('law.endConfirmation', { clause: leak, reason: '所用文本是征求意见稿' });
    await confirm(act);
    await duties.recompute(org, clock.now());
    expect([await due(), (await clause(leak)).confirmed]).toEqual(['2026-11-24T01:00:00Z', null]);
    const { rows } = await ownerClient.query(
      'SELECT ended_first, ended_second, ended_reason FROM clause_confirmation WHERE org_id = $1 AND clause = $2',
      [org, leak],
    );
    expect(rows).toEqual([{ ended_first: 'officer', ended_second: 'counsel', ended_reason: '所用文本是征求意见稿' }]);
  });
});

type Shown = { duty: { due: string | null }; history: { cause: string }[] };
