import { randomUUID } from 'node:crypto';
import { statusCodes } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { tableName } from '@sallyport/core/feel';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { eraseByTwo, staffMember } from '../../../../../tests/people/privacy-rooms.ts';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../tests/support/organisation.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import type { Actor } from '../../platform/actions/actor.ts';
import { machine } from '../../platform/actions/machine.ts';

const org = 'org-merge';
const signer = (role: 'security-officer' | 'counsel', session: string): Actor => ({
  ...actorOf(org, role),
  account: `account-${session}`,
  session,
  fresh: true,
});
const officer = signer('security-officer', 'one');
const counsel = signer('counsel', 'two');

const house = [
  {
    kind: 'organisation',
    id: org,
    fields: { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags },
  },
  { kind: 'unit', id: 'u1', fields: { organisation: org, name: '一室', establishedOn: '2020-01-01' } },
  {
    kind: 'post',
    id: 'post-1',
    fields: {
      organisation: org,
      title: '机要员',
      secretClass: 'important',
      foreignFacing: false,
      keySecurityPost: false,
      publicStaff: false,
      createdOn: '2020-01-01',
    },
  },
  {
    kind: 'document',
    id: 'document-1',
    fields: { organisation: org, derivative: false, unclear: false, abovePower: false, createdOn: '2024-01-01' },
  },
];

const person = (id: string, name: string, fields: object = {}) => ({
  kind: 'person',
  id,
  fields: { organisation: org, unit: 'u1', name, standing: 'employee', joinedOn: '2021-03-01', ...fields },
});

/** What may be recorded of somebody, by a number. */
const facts = [
  (of: string) => ({
    kind: 'assignment',
    fields: { person: of, post: 'post-1', organisation: org, decidedOn: '2024-01-05', startsOn: '2024-02-01' },
  }),
  (of: string) => ({
    kind: 'completion',
    fields: { person: of, topic: 'counter-espionage', completedOn: '2026-03-02', validUntil: '2027-03-02' },
  }),
  (of: string) => ({ kind: 'commitment', fields: { person: of, topic: 'secrecy', signedOn: '2024-02-01' } }),
  (of: string) => ({
    kind: 'copy',
    fields: { document: 'document-1', custodian: of, reproduction: false, madeOn: '2026-01-05' },
  }),
  (of: string) => ({
    kind: 'appointment',
    fields: { organisation: org, person: of, role: 'dutyOfficer', appointedOn: '2025-01-01', inWriting: true },
  }),
];

/** What two decided about a duty that hangs on somebody and on nothing else. */
const putOff = (kind: 'waiver' | 'override', id: string, of: string, second = 'account-two') => ({
  kind,
  id,
  fields: {
    organisation: org,
    rule: 'cn-cel-2023/key-unit-staff-education',
    subject: of,
    grantedOn: '2026-11-01',
    until: '2027-05-01',
    reason: '外派期间',
    firstPerson: 'account-one',
    secondPerson: second,
    ...(kind === 'waiver' ? { period: null, authority: '本单位规定' } : {}),
  },
});

/** Who was named to act on a duty that hangs on somebody. */
const named = (id: string, rule: string, subject: string) => ({
  kind: 'dutyAssignment',
  id,
  fields: { organisation: org, rule, subject, period: null, person: null, assignedOn: '2026-11-01' },
});

eachInstallation(({ database, ownerClient }) => {
  let program: ReturnType<typeof wholeProgram>;
  beforeAll(async () => {
    program = wholeProgram(database);
    await program.run('register.record', house, officer);
  });

  /** Everything that is so in the register and the duties, without how often it was written. */
  const everything = async (): Promise<unknown> => {
    const found: Record<string, unknown> = {};
    for (const { name } of vocabulary.kinds.values()) {
      const { rows } = await ownerClient.query(
        `SELECT to_jsonb(fact) - 'version' - 'recorded_at' AS fact FROM ${tableName(name)} AS fact WHERE org_id = $1 ORDER BY id`,
        [org],
      );
      if (rows.length > 0) found[name] = rows;
    }
    const duties = await ownerClient.query(
      `SELECT rule, subject, period, status, due, closes, met_on, evidence, bearer, assignee, person, unit FROM duty
       WHERE org_id = $1 AND status <> $2 ORDER BY rule, subject, period`,
      [org, statusCodes.indexOf('void')],
    );
    const files = await ownerClient.query(
      'SELECT id, kind, fact, person FROM evidence_file WHERE org_id = $1 ORDER BY id',
      [org],
    );
    const accounts = await ownerClient.query('SELECT id, person FROM account WHERE org_id = $1 ORDER BY id', [org]);
    const others: Record<string, unknown> = {};
    for (const [table, columns] of [
      ['form_print', 'id, kind, fact, person'],
      ['person_leaving', 'id, person, state'],
      ['leaving_item', 'leaving, position, receiver'],
    ] as const)
      others[table] = (
        await ownerClient.query(`SELECT ${columns} FROM ${table} WHERE org_id = $1 ORDER BY ${columns}`, [org])
      ).rows;
    return { ...found, ...others, duties: duties.rows, files: files.rows, accounts: accounts.rows };
  };
  const ask = async (keep: string, drop: string, take: readonly string[] = []): Promise<string> => {
    const input = { keep, drop, take, reason: '同一人登记了两次' };
    return ((await program.one('people.ask-merge', input, officer)) as { merge: string }).merge;
  };
  const addAccount = (id: string, of: string) =>
    ownerClient.query(
      `INSERT INTO account (org_id, id, login, name, person, status, made_at) VALUES ($1, $2, $2, $2, $3, 'active', '2026-01-01')`,
      [org, id, of],
    );

  test('whatever two entries hold, merging and undoing gives the same register, duties, evidence and accounts', async () => {
    const some = fc.subarray(facts.map((_, at) => at));
    const take = fc.subarray(['name', 'standing', 'joinedOn', 'unit']);
    await fc.assert(
      fc.asyncProperty(some, some, take, fc.boolean(), async (ofKept, ofGone, taken, withAccount) => {
        const [keep, drop] = [`k-${randomUUID()}`, `g-${randomUUID()}`];
        const recorded = [
          person(keep, '张三'),
          person(drop, '张叁', { joinedOn: '2020-09-01', standing: 'contractor', unit: null }),
          ...ofKept.flatMap((at) => facts[at]?.(keep) ?? []),
          ...ofGone.flatMap((at) => facts[at]?.(drop) ?? []),
        ];
        for (const one of recorded) await program.one('register.record', one, officer);
        if (withAccount) await addAccount(drop, drop);
        await ownerClient.query(
          `INSERT INTO evidence_file (org_id, id, kind, fact, person, name, type, size, sha256, sealed_key, added_at)
           VALUES ($1, $2, 'person', $2, $2, 'x.txt', 'txt', 1, 'x', '\\x00', '2026-01-01')`,
          [org, drop],
        );
        const [waiver, passed] = [randomUUID(), randomUUID()];
        await program.one('register.record', putOff('waiver', waiver, drop), machine(org));
        await program.one('register.record', putOff('override', passed, drop), machine(org));
        await addPaper(drop);
        const before = await everything();
        const merge = await ask(keep, drop, taken);
        await program.one('people.confirm-merge', { merge }, counsel);
        // Nothing points at the entry that went.
        const { rows } = await ownerClient.query('SELECT FROM fact_person WHERE org_id = $1 AND id = $2', [org, drop]);
        expect(rows).toEqual([]);
        for (const [table, column] of [
          ['fact_assignment', 'person'],
          ['fact_completion', 'person'],
          ['fact_copy', 'custodian'],
          ['account', 'person'],
          ['evidence_file', 'person'],
          ['fact_appointment', 'person'],
          ['fact_waiver', 'subject'],
          ['fact_override', 'subject'],
          ['form_print', 'person'],
          ['person_leaving', 'person'],
          ['leaving_item', 'receiver'],
        ])
          expect(
            (await ownerClient.query(`SELECT FROM ${table} WHERE org_id = $1 AND ${column} = $2`, [org, drop])).rows,
            table,
          ).toEqual([]);
        await program.one('people.undo-merge', { merge, reason: '原来是两个人' }, officer);
        expect(await everything()).toEqual(before);
      }),
      { numRuns: 6 },
    );
  });

  /** A form about somebody, a leaving that was taken back, and what another leaver handed to them. */
  const addPaper = async (of: string): Promise<void> => {
    await ownerClient.query(
      `INSERT INTO form_print (org_id, id, year, serial, form, template_version, kind, fact, fact_version, person, language, token, printed_at)
       SELECT $1, $2, 2026, coalesce(max(serial), 0) + 1, 'commitment', 0, 'commitment', 'c', 1, $3, 'zh', 'T', '2026-11-01'
       FROM form_print WHERE org_id = $1`,
      [org, randomUUID(), of],
    );
    for (const [leaver, receiver] of [
      [of, null],
      ['somebody-else', of],
    ]) {
      const id = randomUUID();
      await ownerClient.query(
        `INSERT INTO person_leaving (org_id, id, person, effective_on, state, made_at) VALUES ($1, $2, $3, '2026-11-01', 'taken-back', '2026-10-01')`,
        [org, id, leaver],
      );
      await ownerClient.query(
        `INSERT INTO leaving_item (org_id, leaving, position, what, name, receiver) VALUES ($1, $2, 0, 'role', 'custodian', $3)`,
        [org, id, receiver],
      );
    }
  };

  test('what two decided about a duty goes along, except where one of the two was whom it was about', async () => {
    await program.run('register.record', [person('w1', '郑十'), person('w2', '郑拾')], officer);
    await addAccount('account-of-w1', 'w1');
    await program.one('register.record', putOff('waiver', 'given', 'w2'), machine(org));
    await program.one('register.record', putOff('waiver', 'own-hand', 'w2', 'account-of-w1'), machine(org));
    const rule = 'cn-cel-2023/key-unit-staff-education';
    await program.one('register.record', named('assigned', rule, 'w2'), machine(org));
    const merge = await ask('w1', 'w2');
    await program.one('people.confirm-merge', { merge }, counsel);
    const subjects = async () =>
      (
        await ownerClient.query<{ subject: string }>(
          `SELECT subject FROM fact_waiver WHERE org_id = $1 AND id IN ('given', 'own-hand') ORDER BY id`,
          [org],
        )
      ).rows.map(({ subject }) => subject);
    const assigned = async () =>
      (
        await ownerClient.query<{ subject: string }>(
          `SELECT subject FROM fact_duty_assignment WHERE org_id = $1 AND id = 'assigned'`,
          [org],
        )
      ).rows.map(({ subject }) => subject);
    expect(await subjects()).toEqual(['w1', 'w2']);
    expect(await assigned()).toEqual(['w1']);
    const { fields } = person('w2', '郑拾');
    const again = { kind: 'person', id: 'w2', version: 2, fields };
    expect(await program.refused('run', 'register.restore', again, officer)).toEqual(['register.merged']);
    expect(program.entries.at(-1)).toMatchObject({ action: 'people.confirm-merge', fields: { ownHand: 1 } });
    await program.one('people.undo-merge', { merge, reason: '原来是两个人' }, officer);
    expect(await subjects()).toEqual(['w2', 'w2']);
    expect(await assigned()).toEqual(['w2']);
  });

  test('two people: neither the one who asked, nor the one it is about, and once', async () => {
    await program.run('register.record', [person('a1', '李四'), person('a2', '李四')], officer);
    const merge = await ask('a1', 'a2');
    expect(
      await program.refused(
        'run',
        'people.ask-merge',
        { keep: 'a2', drop: 'a1', take: [], reason: '再申请一次' },
        officer,
      ),
    ).toEqual(['people.already-asked']);
    const same = { ...officer, session: 'another' };
    expect(await program.refused('run', 'people.confirm-merge', { merge }, same)).toEqual(['people.second-person']);
    expect(await program.refused('run', 'people.confirm-merge', { merge }, { ...counsel, person: 'a2' })).toEqual([
      'people.second-person',
    ]);
    await program.one('people.confirm-merge', { merge }, counsel);
    expect(await program.refused('run', 'people.confirm-merge', { merge }, counsel)).toEqual(['people.not-waiting']);
    await program.one('people.undo-merge', { merge, reason: '原来是两个人' }, officer);
    expect(await program.refused('run', 'people.undo-merge', { merge, reason: '再次撤销' }, officer)).toEqual([
      'people.not-merged',
    ]);
  });

  test('what was recorded since stays with the kept entry, what was changed since is left', async () => {
    await program.run('register.record', [person('b1', '王五'), person('b2', '王五')], officer);
    const [completion] = (await program.run('register.record', [facts[1]?.('b2')], officer)) as { id: string }[];
    const merge = await ask('b1', 'b2');
    await program.one('people.confirm-merge', { merge }, counsel);
    await program.one('register.record', facts[2]?.('b1'), officer);
    await program.one('people.undo-merge', { merge, reason: '原来是两个人' }, officer);
    const owners = async (table: string) =>
      (
        await ownerClient.query<{ person: string }>(
          `SELECT person FROM ${table} WHERE org_id = $1 AND person LIKE 'b%'`,
          [org],
        )
      ).rows.map((row) => row.person);
    expect(await owners('fact_completion')).toEqual(['b2']);
    expect(await owners('fact_commitment')).toEqual(['b1']);
    const history = (await program.ask(
      'register.history',
      { kind: 'completion', id: completion?.id ?? '' },
      officer,
    )) as { versions: unknown[] };
    expect(history.versions).toHaveLength(3);
  });

  test('two accounts are not joined, and after thirty days nothing is taken apart', async () => {
    await program.run('register.record', [person('c1', '赵六'), person('c2', '赵六')], officer);
    await addAccount('c1', 'c1');
    await addAccount('c2', 'c2');
    expect(
      await program.refused(
        'run',
        'people.ask-merge',
        { keep: 'c1', drop: 'c2', take: [], reason: '同一人登记了两次' },
        officer,
      ),
    ).toEqual(['people.both-have-accounts']);
    await ownerClient.query('UPDATE account SET person = NULL WHERE org_id = $1 AND id = $2', [org, 'c2']);
    const merge = await ask('c1', 'c2');
    await program.one('people.confirm-merge', { merge }, counsel);
    await ownerClient.query(`UPDATE person_merge SET merged_at = '2026-10-01' WHERE org_id = $1 AND id = $2`, [
      org,
      merge,
    ]);
    expect(await program.refused('run', 'people.undo-merge', { merge, reason: '原来是两个人' }, officer)).toEqual([
      'people.too-late',
    ]);
  });

  test('whoever is erased is erased under the number that was merged as well', async () => {
    await program.run('register.record', [person('e1', '吴九'), person('e2', '吴久')], officer);
    const merge = await ask('e1', 'e2');
    await program.one('people.confirm-merge', { merge }, counsel);
    const signers = [
      await staffMember(ownerClient, org, 'security-officer'),
      await staffMember(ownerClient, org, 'counsel'),
    ] as const;
    await eraseByTwo(program, { person: 'e1', reason: '本人申请删除' }, signers);
    const { rows } = await ownerClient.query(
      `SELECT FROM fact_version WHERE org_id = $1 AND kind = 'person' AND id IN ('e1', 'e2') AND fields ->> 'name' IS NOT NULL`,
      [org],
    );
    expect(rows).toEqual([]);
  });

  test('likely doubles: one number written in two ways, one name in one unit; a name alone is none', async () => {
    await program.run(
      'register.record',
      [
        person('HR-0071', '孙七'),
        person('hr71', '孙柒'),
        person('d3', '周八'),
        person('d4', '周八'),
        person('d5', '周八', { unit: null }),
      ],
      officer,
    );
    const { pairs } = (await program.ask('people.doubles', {}, officer)) as {
      pairs: { because: string; one: { id: string }; other: { id: string } }[];
    };
    const shown = pairs.map(({ because, one, other }) => [because, one.id, other.id]);
    expect(shown).toContainEqual(['number', 'HR-0071', 'hr71']);
    expect(shown).toContainEqual(['name-and-unit', 'd3', 'd4']);
    expect(shown.flat()).not.toContain('d5');
  });
});
