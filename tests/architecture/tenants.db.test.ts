import type { Query } from '@sallyport/core/contract';
import { escapeLiteral } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '../../packages/server/src/platform/actions/actor.ts';
import { Refused } from '../../packages/server/src/platform/actions/refusal.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { type Catalogue, catalogueOf } from '../../packages/server/src/platform/http/catalogue.ts';
import { wholeProgram } from '../permissions/program.ts';
import { eachInstallation } from '../support/installations.ts';
import { actorOf } from '../support/rooms.ts';
import { askedLists, isList, markedOne, notAsked, refusedHere } from './asked-lists.ts';
import { collectStatements, type Statement } from './collect-statements.ts';
import { tablesOfNoTenant } from './exceptions.ts';
import { seedRest } from './seed-rest.ts';
import { markOf, seedTenants } from './seed-tenants.ts';

const [ours, theirs] = ['tenant-a', 'tenant-b'];
const rows = 2000;
const one = markedOne(ours);

/** Somebody who sees all, one unit, and only themselves. */
const askers: readonly Actor[] = [
  actorOf(ours, 'security-officer'),
  actorOf(ours, 'unit-liaison', { unit: one }),
  actorOf(ours, 'member', { person: one }),
  actorOf(ours, 'auditor'),
  actorOf(ours, 'administrator'),
].map((actor) => ({ ...actor, account: one, session: one }));

/** Asks every list there is; first page and second. Gives what nobody was let in to, and what could not be answered from such rows. */
async function askLists(database: Database): Promise<string[]> {
  const program = wholeProgram(database);
  const { queries } = catalogueOf(program.rooms);
  const unanswered: string[] = [];
  for (const [name, inputs] of Object.entries(askedLists(one, markedOne(theirs)))) {
    const paged = 'cursor' in (z.toJSONSchema(contractOf(queries, name).input, shape).properties ?? {});
    let answered = false;
    const answerOf = (input: object, actor: Actor): Promise<unknown> =>
      program.ask(name, input, actor).catch((error: unknown) => {
        if (error instanceof Refused) return null;
        unanswered.push(`${name}: ${String(error)}`);
        return {};
      });
    for (const input of inputs)
      for (const actor of askers) {
        const first = await answerOf(paged ? { ...input, limit: 2 } : input, actor);
        answered ||= first !== null;
        const next = (first as { next?: string | null } | null)?.next;
        if (typeof next === 'string' && (await answerOf({ ...input, limit: 2, cursor: next }, actor)) === null)
          unanswered.push(`${name}: no second page`);
      }
    if (!answered) unanswered.push(name);
  }
  return unanswered;
}

const shape = { io: 'input', unrepresentable: 'any' } as const;

function contractOf(queries: Catalogue['queries'], name: string): Query {
  const found = queries.get(name);
  if (found === undefined) throw new Error(`there is no query ${name}`);
  return found.contract;
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
  let unanswered: string[] = [];
  /** One row an organisation: there is nothing to read through. */
  let ofOneRow: ReadonlySet<string> = new Set();
  beforeAll(async () => {
    await seedTenants(ownerClient, [ours, theirs], rows);
    await seedRest(ownerClient, [ours, theirs], rows, markOf);
    const collecting = collectStatements(database);
    const { rows: found } = await ownerClient.query<{ name: string }>(
      `SELECT relname AS name FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
       WHERE contype = 'p' AND (SELECT array_agg(attname::text) FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey)) = ARRAY['org_id']`,
    );
    ofOneRow = new Set(found.map(({ name }) => name));
    unanswered = await askLists(collecting.database);
    statements = [...collecting.statements.values()];
  }, 300_000);

  test('every query that gives more than one thing is asked, by its contract, and somebody is answered', () => {
    const { queries } = catalogueOf(wholeProgram(database).rooms);
    const lists = [...queries.values()].flatMap(({ contract }) => (isList(contract) ? [contract.name] : []));
    expect([...Object.keys(askedLists(one, '')), ...Object.keys(notAsked)].toSorted()).toEqual(lists.toSorted());
    expect(unanswered).toEqual(refusedHere);
  });

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
            : scans(plan).filter((table) => !(table in tablesOfNoTenant) && !ofOneRow.has(table));
        if (whole.length > 0) scanned.push([text, whole]);
      }
    expect(scanned).toEqual([]);
  });

  test('a statement that forgets the organisation gives nothing of another, and would as the owner', async () => {
    let leaked = 0;
    const unfiltered: string[] = [];
    // The catalogue is nobody's.
    const selecting = statements.filter(({ text }) => /^\s*SELECT/.test(text) && !/FROM pg_attribute/.test(text));
    for (const { text, values } of selecting) {
      const forgetful = withoutOrganisation(text);
      if (forgetful === text) {
        unfiltered.push(text);
        continue;
      }
      const got = await database.inOrganisation(ours, (tx) => tx.once(forgetful, values));
      expect([text, JSON.stringify(got).includes(theirs)]).toEqual([text, false]);
      const { rows: asOwner } = await ownerClient.query<object>(forgetful, [...values]);
      if (JSON.stringify(asOwner).includes(theirs)) leaked += 1;
    }
    expect(unfiltered).toEqual([]);
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
  }, 300_000);
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
