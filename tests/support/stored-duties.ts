import { randomUUID } from 'node:crypto';
import { type Day, dayAt, endOfDay } from '@sallyport/core/calendar';
import { insertStatements, type SettingRow } from '@sallyport/core/duties';
import type { Register } from '@sallyport/core/facts';
import type { Rule } from '@sallyport/core/law';
import type { Client } from 'pg';
import { readRegister } from '../../packages/cli/src/register/read-folder.ts';
import { createEngine, type Engine } from '../../packages/server/src/modules/duties/engine.ts';
import { readCalendars, readInstalledLaw } from '../../packages/server/src/modules/law/read-packs.ts';
import { kindsInOrder } from '../../packages/server/src/tabular/kind-names.ts';

/** For duties of which nobody is asked to sign anything. */
export const nobodySigns = {
  ids: { uuid: () => randomUUID() },
  post: { keepAddress: async () => undefined, write: async () => false },
};

/** Minutes east of UTC of the tests' seat. */
export const offset = 480;

export const dayOf = (instant: number): Day => dayAt(instant, offset);
export const startOf = (day: Day): number => endOfDay(day - 1, offset) + 1;

let engine: Engine | null = null;

/** The engine over the packs as they ship, made once. */
export function shippedEngine(): Engine {
  engine ??= createEngine(readInstalledLaw(), readCalendars());
  return engine;
}

/** As `shippedEngine`, with some of its rules only: fewer statements to plan. */
export function engineWith(keep: (rule: Rule) => boolean): Engine {
  const law = readInstalledLaw();
  return createEngine({ ...law, rules: law.rules.filter(keep) }, readCalendars());
}

/** Puts a register into the tables of the program, as its owner. */
export async function loadFacts(owner: Client, register: Register, org: string): Promise<void> {
  for (const kind of kindsInOrder)
    for (const statement of insertStatements(register, kind.name, org)) await owner.query(statement);
  await owner.query('ANALYZE');
}

const columns = 'rule, subject, period::text, status, due, closes, met_on, evidence, bearer, assignee, next_change';

/** Stored rows that a full evaluation does not give, and rows of it that are not stored. */
export async function disagreements(
  owner: Client,
  org: string,
  now: number,
  only: ReadonlySet<string> | null = null,
  engine: Engine = shippedEngine(),
): Promise<string[]> {
  const { kinds, evaluate } = engine;
  const settings = engine.settings(await settingsIn(owner, org));
  const wrong: string[] = [];
  for (const [kind, rules] of kinds) {
    if (only !== null && !only.has(kind)) continue;
    const { text, params } = evaluate(rules, settings, true);
    const values = params({ org, subjects: [], day: dayOf(now), now });
    const { rows } = await owner.query<{ side: string; row: string }>({
      text: `WITH fresh AS MATERIALIZED (SELECT ${columns} FROM (${text}) AS fresh),
        stored AS MATERIALIZED (SELECT ${columns} FROM duty WHERE org_id = $${values.length + 1} AND rule = ANY ($${values.length + 2}::text[]))
        SELECT 'stored' AS side, one::text AS row FROM (TABLE stored EXCEPT TABLE fresh) AS one
        UNION ALL SELECT 'fresh', one::text FROM (TABLE fresh EXCEPT TABLE stored) AS one`,
      values: [...values, org, rules],
    });
    wrong.push(...rows.map(({ side, row }) => `${side} ${row}`));
  }
  return wrong;
}

async function settingsIn(owner: Client, org: string): Promise<SettingRow[]> {
  const { rows } = await owner.query<{ name: string; value: string; from: number }>(
    `SELECT name, value, from_day - DATE '1970-01-01' AS from FROM fact_setting WHERE org_id = $1 ORDER BY id`,
    [org],
  );
  return rows;
}

/** Every subject of every rule. */
export async function allSubjects(owner: Client, org: string): Promise<{ kind: string; subjects: string[] }[]> {
  const all: { kind: string; subjects: string[] }[] = [];
  for (const kind of shippedEngine().kinds.keys()) {
    const table = `fact_${kind.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
    const { rows } = await owner.query<{ id: string }>(`SELECT id FROM ${table} WHERE org_id = $1 ORDER BY id`, [org]);
    all.push({ kind, subjects: rows.map(({ id }) => id) });
  }
  return all;
}

/** The organisation of the demo, as facts. */
export async function demoRegister(): Promise<Register> {
  const { register, problems } = await readRegister(new URL('../../packages/cli/demo', import.meta.url).pathname);
  if (problems.length > 0) throw new Error('the demo has problems');
  return register;
}
