import { Client } from 'pg';
import { startTemporary } from '../../packages/server/src/platform/database/embedded.ts';
import { explained, onKernel } from '../agreement/back-ends.ts';
import { agree, answer, batchOf, organisationOf } from '../agreement/batch.ts';
import { type Asked, asked, type Line } from '../agreement/cases.ts';
import { load, onDatabase, prepareTables } from '../agreement/database.ts';
import { type Engine, engine } from '../agreement/engine.ts';
import { lawOf, type Read } from '../agreement/pack.ts';
import { type Fault, faults } from './faults.ts';
import { loadFaulty, placeOf, plantFaults } from './load-faulty.ts';

/**
 * Plants each fault and looks for it with the cases of the property test. `--share 1/4` takes every fourth fault, beginning with the
 * first. A line for each; the exit status is 1 when one was not caught.
 */
const cases = 2_000;
const seed = Number(process.env['SALLYPORT_AGREEMENT_SEED'] ?? 20_240_229);
const batch = batchOf(engine, seed, cases, 0);
const sound = batch.asked.map((one) => answer(engine, batch, one));

const none = { name: 'nothing', where: '', find: '', replace: '' };

/** How many cases it takes to see the fault; null when none shows it. */
async function casesUntilSeen(fault: Fault, faulty: Engine, client: Client): Promise<number | null> {
  const read = lawOf(faulty, batch.texts);
  let seen = 0;
  for (const [index, { world }] of batch.asked.entries()) {
    const one = asked(faulty, read.law, world);
    const lines = await linesOf(fault, faulty, read, one, client, index);
    for (const rule of batch.law.rules) {
      if (seen >= cases) return null;
      seen++;
      const expected = sound[index]?.explained.get(rule.id)?.lines ?? [];
      const got = await lines(rule.id);
      // A crash is seen by anyone: only another answer shows that the comparison has eyes.
      if (ordinary(expected) && ordinary(got) && !agree(expected, got)) return seen;
    }
  }
  return null;
}

const ordinary = (lines: readonly Line[]): boolean => !lines.some((line) => /^(?:failed|refused)/.test(line));

type Lines = (rule: string) => readonly Line[] | Promise<readonly Line[]>;

async function linesOf(
  fault: Fault,
  faulty: Engine,
  { law }: Read,
  one: Asked,
  client: Client,
  index: number,
): Promise<Lines> {
  const byId = new Map(law.rules.map((rule) => [rule.id, rule]));
  if (fault.backEnd === 'kernel') {
    const known = sound[index]?.explained ?? new Map();
    const answers = onKernel(faulty, law.rules, one, known);
    return (id) => answers.get(id) ?? [];
  }
  return (id) => {
    const rule = byId.get(id);
    if (!rule) return ['refused'];
    return fault.backEnd === 'sql'
      ? onDatabase(client, faulty, rule, one, organisationOf(index))
      : explained(faulty, rule, one).lines;
  };
}

async function prepare(client: Client, schema: string, faulty: Engine): Promise<void> {
  await client.query(`CREATE SCHEMA ${schema}; SET search_path = ${schema}`);
  await prepareTables(client, faulty);
  for (const [index, one] of batch.asked.entries()) await load(client, engine, one, organisationOf(index));
  await client.query('ANALYZE');
}

const [part = 1, parts = 1] = (/^(\d+)\/(\d+)$/.exec(process.argv[process.argv.indexOf('--share') + 1] ?? '') ?? [])
  .slice(1)
  .map(Number);
const server = await startTemporary();
const client = new Client(server.connection);
await client.connect();
await prepare(client, 'sound', engine);
plantFaults();
// The eye must see nothing where there is nothing.
for (const backEnd of ['explainer', 'kernel', 'sql'] as const) {
  const seen = await casesUntilSeen({ ...none, backEnd }, engine, client);
  if (seen !== null) throw new Error(`the sound ${backEnd} differs in case ${seen}`);
}
const counts = { caught: 0, missed: 0, most: 0 };
for (const [index, fault] of faults.entries()) {
  if (index % parts !== part - 1) continue;
  const told = `${fault.backEnd}: ${fault.name}`;
  const place = placeOf(fault);
  if (place === null) {
    counts.missed++;
    process.stdout.write(`does not stand exactly once in ${fault.where}: ${told}\n`);
    continue;
  }
  const faulty = await loadFaulty(index);
  // Functions of the database are made anew, beside the sound ones.
  const own = place.endsWith('sql-functions.ts');
  if (own) await prepare(client, `fault${index}`, faulty);
  const seen = await casesUntilSeen(fault, faulty, client);
  if (own) await client.query('SET search_path = sound');
  counts[seen === null ? 'missed' : 'caught']++;
  counts.most = Math.max(counts.most, seen ?? 0);
  process.stdout.write(`${seen === null ? 'NOT caught' : `caught after ${String(seen).padStart(4)} cases`}  ${told}\n`);
}
await client.end();
await server.stop();
process.stdout.write(
  `SALLYPORT_AGREEMENT_SEED=${seed}: ${counts.caught} caught, ${counts.missed} not, at most ${counts.most} cases needed\n`,
);
process.exitCode = counts.missed > 0 ? 1 : 0;
