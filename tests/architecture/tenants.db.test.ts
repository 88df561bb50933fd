import { vocabulary } from '@sallyport/core/facts';
import { escapeLiteral } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { implementAssignees, implementGroups } from '../../packages/server/src/modules/duties/groups.ts';
import { implementList } from '../../packages/server/src/modules/duties/list.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { privacyRooms } from '../people/privacy-rooms.ts';
import { eachInstallation } from '../support/installations.ts';
import { actorOf } from '../support/rooms.ts';
import { shippedEngine } from '../support/stored-duties.ts';
import { collectStatements, type Statement } from './collect-statements.ts';
import { tablesOfNoTenant } from './exceptions.ts';
import { markOf, seedTenants } from './seed-tenants.ts';

const [ours, theirs] = ['tenant-a', 'tenant-b'];
const rows = 2000;
const one = `${markOf(ours)}7`;

const officer = actorOf(ours, 'security-officer');
const liaison = actorOf(ours, 'unit-liaison', { unit: one });
const member = actorOf(ours, 'member', { person: one });

/** Asks every list there is, as somebody who sees all, one unit, and only themselves; first page and second. */
async function askLists(database: Database): Promise<void> {
  const engine = shippedEngine();
  const rooms = privacyRooms(database, {
    rooms: [
      {
        actions: [],
        queries: [implementList(engine), implementGroups(engine), implementAssignees(engine)],
        words: { zh: {}, en: {} },
      },
    ],
  });
  const lists: [string, Record<string, unknown>][] = [
    ['duties.list', {}],
    ['duties.list', { status: ['overdue'] }],
    ['duties.list', { person: one }],
    ['duties.list', { assignee: one }],
    ['duties.list', { assignee: one, status: ['overdue', 'pending'] }],
    ['register.names', { kind: 'person', ids: [one, `${markOf(theirs)}7`] }],
    ['register.names', { kind: 'unit', ids: [one] }],
    ['duties.list', { unit: one, dueBefore: '2026-01-01' }],
    ['duties.list', { subject: one }],
    ['duties.list', { bearer: one, dueFrom: '2026-01-01' }],
    ['duties.list', { find: '王明' }],
    ['duties.groups', { by: 'rule', status: ['overdue'] }],
    ['duties.groups', { by: 'unit', order: 'en' }],
    ['duties.assignees', { status: ['overdue'] }],
    ...namedLists(one),
    ['privacy.holds', {}],
    ['privacy.seen', {}],
    ...[...vocabulary.kinds.values()].flatMap((kind): [string, Record<string, unknown>][] => {
      const field = Object.entries(kind.fields).find(([, { type }]) => type === 'ref')?.[0];
      const whole: [string, Record<string, unknown>] = ['register.list', { kind: kind.name }];
      return field === undefined ? [whole] : [whole, ['register.list', { kind: kind.name, field, to: one }]];
    }),
  ];
  for (const [query, input] of lists)
    for (const actor of [officer, liaison, member]) {
      const page = query === 'register.names' ? {} : { limit: 2 };
      const first = await rooms.ask(query, { ...input, ...page }, actor).catch(refusedOnly);
      const next = (first as { next?: string | null } | null)?.next;
      if (typeof next === 'string') await rooms.ask(query, { ...input, limit: 2, cursor: next }, actor);
    }
}

/** Lists by name in every order, with every filter, and searched for one pair of characters, for several, and for one that all names have. */
function namedLists(unit: string): [string, Record<string, unknown>][] {
  const shared = [
    {},
    { order: 'en' },
    { order: 'newest' },
    { inForceOn: '2024-01-01' },
    { search: 'te' },
    { search: 'tenant-a text 7' },
    { search: 'g7', order: 'en', inForceOn: '2024-01-01' },
  ];
  const people = [{ unit }, { standing: 'visitor' }, { unit, standing: 'employee', order: 'en', search: 'te' }];
  return [
    ...[...shared, ...people].map((input): [string, Record<string, unknown>] => ['register.people', input]),
    ...[...shared, { parent: unit }].map((input): [string, Record<string, unknown>] => ['register.units', input]),
    ...shared.map((input): [string, Record<string, unknown>] => ['register.branches', input]),
  ];
}

function refusedOnly(error: unknown): null {
  if (error instanceof Error && error.name === 'Refused') return null;
  throw error;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return escapeLiteral(`{${value.map((each) => JSON.stringify(each)).join(',')}}`);
  return escapeLiteral(value instanceof Date ? value.toISOString() : `${value as string | number | boolean}`);
}

/** Lists by name are planned for their values (packages/server/src/modules/register/lists). */
const named = /FROM fact_(person|unit|branch) AS fact WHERE/;

type Plan = { readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly Plans?: readonly Plan[] };

const scans = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []),
  ...(plan.Plans ?? []).flatMap(scans),
];

/** The tests for the organisation, and for it alone, taken out of a statement. */
const withoutOrganisation = (text: string): string =>
  text.replaceAll(/(?:\w+\.)?org_id = \$1(?:::text)?/g, '$1::text IS NOT NULL');

eachInstallation(({ database, ownerClient }) => {
  let statements: Statement[] = [];
  beforeAll(async () => {
    await seedTenants(ownerClient, [ours, theirs], rows);
    const collecting = collectStatements(database);
    await askLists(collecting.database);
    statements = [...collecting.statements.values()];
  }, 240_000);

  test('no list reads a tenant’s table from end to end', async () => {
    const reading = statements.filter(({ text }) => /^\s*(SELECT|WITH)/.test(text));
    expect(reading.length).toBeGreaterThan(100);
    const scanned: [string, string[]][] = [];
    for (const { text, values } of reading)
      for (const mode of named.test(text) ? ['force_generic_plan', 'force_custom_plan'] : ['force_generic_plan']) {
        const plan = await database.inOrganisation(ours, async (tx) => {
          await tx.once(`SELECT set_config('plan_cache_mode', $1, true)`, [mode]);
          await tx.once(`PREPARE asked AS ${text}`);
          const arguments_ = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
          const [explained] = await tx.once<{ 'QUERY PLAN': { Plan: Plan }[] }>(
            `EXPLAIN (FORMAT JSON) EXECUTE asked${arguments_}`,
          );
          await tx.once('DEALLOCATE asked');
          return explained?.['QUERY PLAN'][0]?.Plan;
        });
        const whole =
          plan === undefined
            ? ['no plan']
            : scans(plan).filter((table) => !(table in tablesOfNoTenant) && table !== 'duty_recompute');
        if (whole.length > 0) scanned.push([text, whole]);
      }
    expect(scanned).toEqual([]);
  });

  test('a statement that forgets the organisation gives nothing of another, and would as the owner', async () => {
    let leaked = 0;
    for (const { text, values } of statements.filter(({ text: each }) => /^\s*SELECT/.test(each))) {
      const forgetful = withoutOrganisation(text);
      expect(forgetful).not.toBe(text);
      const got = await database.inOrganisation(ours, (tx) => tx.once(forgetful, values));
      expect([text, JSON.stringify(got).includes(theirs)]).toEqual([text, false]);
      const { rows: asOwner } = await ownerClient.query<object>(forgetful, [...values]);
      if (JSON.stringify(asOwner).includes(theirs)) leaked += 1;
    }
    // Without row-level security the same statements do leak: the test can fail.
    expect(leaked).toBeGreaterThan(50);
  });

  test('nothing of another organisation can be read, changed, taken away or added, table by table', async () => {
    const { rows: tables } = await ownerClient.query<{
      name: string;
      reads: boolean;
      removes: boolean;
      column: string | null;
    }>(
      `SELECT relname AS name, has_table_privilege('sallyport_app', oid, 'SELECT') AS reads, has_table_privilege('sallyport_app', oid, 'DELETE') AS removes,
         (SELECT attname FROM pg_attribute WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
            AND has_column_privilege('sallyport_app', pg_class.oid, attnum, 'UPDATE') ORDER BY attname = 'org_id', attnum LIMIT 1) AS column
       FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1)`,
      [Object.keys(tablesOfNoTenant)],
    );
    for (const { name, reads, removes, column } of tables) {
      const tries = [
        ...(reads ? [`SELECT DISTINCT org_id FROM ${name}`] : []),
        ...(column === null ? [] : [`UPDATE ${name} SET ${column} = ${column} RETURNING org_id`]),
        ...(removes ? [`DELETE FROM ${name} RETURNING org_id`] : []),
      ];
      for (const attempt of tries) {
        // Rolled back whatever it did.
        const found = await database
          .inOrganisation(ours, async (tx) => {
            throw new Found(await tx.once<{ org_id: string }>(attempt));
          })
          .catch((error: unknown) => foundBy(error));
        expect([attempt, [...new Set(found)].filter((org) => org !== ours)]).toEqual([attempt, []]);
      }
    }
    const foreign = `INSERT INTO seen (org_id, person, day, query, viewer) VALUES ('${theirs}', 'p', '2026-11-23', 'q', 'v')`;
    await expect(database.inOrganisation(ours, (tx) => tx.once(foreign))).rejects.toThrow(/row-level security/);
    const unset = await database.inInstallation((tx) => tx.once('SELECT id FROM fact_person LIMIT 1'));
    expect(unset).toEqual([]);
  }, 120_000);
});

class Found extends Error {
  readonly orgs: readonly string[];
  constructor(rows: readonly { readonly org_id: string }[]) {
    super('found');
    this.orgs = rows.map(({ org_id }) => org_id);
  }
}

function foundBy(error: unknown): readonly string[] {
  if (error instanceof Found) return error.orgs;
  // A row that others refer to cannot go: nothing was taken away.
  if ((error as { code?: string }).code === '23503') return [];
  throw error;
}
