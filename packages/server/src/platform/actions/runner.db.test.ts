import { createHash, createSecretKey } from 'node:crypto';
import { defineAction } from '@sallyport/core/contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import type { Database } from '../database/database.ts';
import { type Actor, nobody } from './actor.ts';
import { implementAction } from './implement.ts';
import type { EntryDraft } from './ports.ts';
import { Refused, refuse } from './refusal.ts';
import { inputHash } from './repeated.ts';
import { createRunner, type RunAction } from './runner.ts';

const org = 'org-a';

/** Sets a value of the installation: a room as small as can be. */
const keep = implementAction(
  defineAction({
    name: 'toy.keep',
    summary: { zh: '记下', en: 'keep' },
    input: z.strictObject({ name: z.string().max(20), value: z.int() }),
    output: z.strictObject({ name: z.string() }),
    admits: { 'security-officer': 'grant', 'unit-liaison': 'grant' },
    errors: { 'toy.negative': 409 },
  }),
  {
    place: async (_tx, { name }) => (name === 'foreign' ? null : { person: null, unit: name.split('/')[0] ?? null }),
    async handle({ tx, facts }, { name, value }) {
      await tx.count('INSERT INTO installation (name, value) VALUES ($1, $2)', [name, JSON.stringify(value)]);
      if (value < 0) refuse('toy.negative', { name });
      facts.after('unit', [name]);
      return { output: { name }, entry: { subject: `unit/${name}`, fields: { value } } };
    },
  },
);

const officer: Actor = {
  ...nobody(org),
  account: 'officer',
  grants: [{ role: 'security-officer', unit: null, subtree: new Set() }],
  via: 'session',
  secondFactor: true,
};
const liaison: Actor = {
  ...officer,
  account: 'liaison',
  grants: [{ role: 'unit-liaison', unit: 'u1', subtree: new Set(['u1']) }],
};

type Bench = { run: RunAction; entries: EntryDraft[]; settled: string[] };

function bench(database: Database): Bench {
  const entries: EntryDraft[] = [];
  const settled: string[] = [];
  const run = createRunner({
    database,
    clock: { now: () => 1_795_000_000_000_000 },
    dayOf: () => 20_000,
    journal: { append: async (_tx, drafts) => void entries.push(...drafts) },
    duties: {
      touched: async (_tx, kind, ids) => new Map([[kind, new Set(ids)]]),
      changing: () => undefined,
      settle: async (_tx, subjects) => void settled.push(...(subjects.get('unit') ?? [])),
    },
    jobs: { send: async () => undefined },
    repeatSecret: createSecretKey(new Uint8Array(32).fill(3)),
  });
  return { run, entries, settled };
}

const codes = async (running: Promise<unknown>): Promise<unknown> =>
  running.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.refusals.map(({ code, at }) => [code, at]) : error),
  );

eachInstallation(({ database, ownerClient }) => {
  const kept = async (like: string): Promise<number> =>
    (await ownerClient.query('SELECT FROM installation WHERE name LIKE $1', [like])).rowCount ?? 0;

  test('an action writes, is journaled, settles what it touched and answers', async () => {
    const { run, entries, settled } = bench(database);
    expect(await run(keep, [{ name: 'a1', value: 1 }], officer)).toEqual([{ name: 'a1' }]);
    expect(entries).toMatchObject([
      { action: 'toy.keep', subject: 'unit/a1', account: 'officer', fields: { value: 1 } },
    ]);
    expect(settled).toEqual(['a1']);
    expect(await kept('a1')).toBe(1);
  });

  test('a batch is done whole or not at all, and each input that is wrong is named', async () => {
    const { run, settled } = bench(database);
    const inputs = [
      { name: 'b1', value: 1 },
      { name: 'b2', value: -1 },
    ];
    expect(await codes(run(keep, inputs, officer))).toEqual([['toy.negative', 1]]);
    expect(await codes(run(keep, [{ name: 'b3', value: 'x' }, {}, { name: 'b4', value: 4 }], officer))).toEqual([
      ['request.invalid', 0],
      ['request.invalid', 1],
    ]);
    expect(await kept('b%')).toBe(0);
    expect(settled).toEqual([]);
    const many = Array.from({ length: 501 }, (_, n) => ({ name: `b${n}`, value: n }));
    expect(await codes(run(keep, many, officer))).toEqual([['request.too-many', undefined]]);
  });

  test('a repeated request is answered again and done once; the same key for something else is refused', async () => {
    const { run, entries } = bench(database);
    const options = { key: 'key-0123456789abcdef' };
    const twice = await Promise.all([1, 2].map(() => run(keep, [{ name: 'c1', value: 1 }], officer, options)));
    expect(twice).toEqual([[{ name: 'c1' }], [{ name: 'c1' }]]);
    expect(entries).toHaveLength(1);
    expect(await codes(run(keep, [{ name: 'c2', value: 1 }], officer, options))).toEqual([
      ['request.key-used-otherwise', undefined],
    ]);
    // Another account's key is another key.
    expect(await run(keep, [{ name: 'u1/c3', value: 1 }], liaison, options)).toEqual([{ name: 'u1/c3' }]);
  });

  test('what is kept of a request tells nobody what was in it: neither a password that is tried, nor that there was none', async () => {
    const { run } = bench(database);
    const input = { name: 'c9', value: 1 };
    await run(keep, [input], officer, { key: 'key-of-a-tried-one' });
    const { rows } = await ownerClient.query<{ hash: Buffer }>(
      `SELECT input_hash AS hash FROM idempotency WHERE key = 'key-of-a-tried-one'`,
    );
    const plain = createHash('sha256').update(`${keep.contract.name}\0${JSON.stringify(input)}`);
    expect(rows.map(({ hash }) => hash.length)).toEqual([32]);
    expect(rows[0]?.hash.equals(plain.digest())).toBe(false);
    const secret = createSecretKey(new Uint8Array(32).fill(3));
    const shown = { name: 'toy.enter', admits: 'signed-in', secretOutput: true } as const;
    expect(inputHash(secret, shown, { password: 'a' })).toEqual(inputHash(secret, shown, { password: 'b' }));
    expect(inputHash(secret, keep.contract, input)).not.toEqual(
      inputHash(secret, keep.contract, { ...input, value: 2 }),
    );
  });

  test('with what is only lent nothing is done', async () => {
    const { run } = bench(database);
    const lent = { ...officer, grants: officer.grants.map((grant) => ({ ...grant, lent: true })) };
    expect(await codes(run(keep, [{ name: 'c10', value: 1 }], lent))).toEqual([['request.not-allowed', undefined]]);
  });

  test('the mark of classified content is refused wherever a text is', async () => {
    const { run } = bench(database);
    const marked = [
      { name: 'c11', value: 1 },
      { name: '第一行\n机密★5年 内容', value: 1 },
    ];
    expect(await codes(run(keep, marked, officer))).toEqual([['register.classified-mark', 1]]);
    expect(await kept('c11')).toBe(0);
  });

  test('a request that was refused may be sent again with its key', async () => {
    const { run } = bench(database);
    const options = { key: 'key-of-a-refused-one' };
    expect(await codes(run(keep, [{ name: 'd1', value: -1 }], officer, options))).toEqual([['toy.negative', 0]]);
    expect(await codes(run(keep, [{ name: 'd1', value: -1 }], officer, options))).toEqual([['toy.negative', 0]]);
    expect(await run(keep, [{ name: 'd1', value: 1 }], officer, options)).toEqual([{ name: 'd1' }]);
  });

  test.each<[string, Actor, string, unknown]>([
    ['nobody', nobody(org), 'e1', [['request.sign-in-first', undefined]]],
    [
      'a role that may not',
      { ...officer, grants: [{ role: 'auditor', unit: null, subtree: new Set() }] },
      'e2',
      [['request.not-allowed', undefined]],
    ],
    [
      'an officer without the second factor',
      { ...officer, secondFactor: false },
      'e3',
      [['request.second-factor-first', undefined]],
    ],
    [
      'a token for other actions',
      { ...officer, via: 'token', only: new Set(['toy.other']) },
      'e4',
      [['request.not-allowed', undefined]],
    ],
    [
      'a session that is not complete yet',
      { ...officer, only: new Set(['toy.other']) },
      'e4b',
      [['request.second-factor-first', undefined]],
    ],
    ['a liaison of another unit', liaison, 'u2/e5', [['request.not-found', 0]]],
    ['a liaison, about what belongs to the whole', liaison, 'e6', [['request.not-found', 0]]],
    ['anybody, about what does not exist', officer, 'foreign', [['request.not-found', 0]]],
    ['a liaison in the own unit', liaison, 'u1/e7', 'done'],
  ])('%s', async (_who, actor, name, answer) => {
    const { run } = bench(database);
    expect(await codes(run(keep, [{ name, value: 1 }], actor))).toEqual(answer);
    expect(await kept(name)).toBe(answer === 'done' ? 1 : 0);
  });
});
