// Runs every bench in a process of its own and prints one table; `--json` prints one row a line. Results are kept in bench/results.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { fourRuleIds, hashOfRules } from './support/four-rules.ts';
import type { Row } from './support/row.ts';

const sections = [
  'hundred-thousand',
  'end-to-end',
  'million',
  'all-packs',
  'one-subject',
  'sql',
  'tick',
  'journal-tree',
  'journal',
  'action-cost',
  'endpoints',
  'trip-submit',
  'start-up',
  'first-duty',
  'lists',
];
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
const say = (text: string): void => void (values.json ? process.stderr : process.stdout).write(`${text}\n`);

const machine = `${cpus().length} x ${cpus()[0]?.model ?? ''}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}`;
const begun = new Date().toISOString();
say(`${machine}\nRules as the packs have them: ${fourRuleIds.join(', ')}; SHA-256 of their text ${hashOfRules()}\n`);

const rows: Row[] = [];
for (const section of sections.filter((name) => values.only === undefined || name === values.only))
  rows.push(...(await runSection(section)));
record();
const missed = rows.filter((row) => row.met === false).length;
say(`\n${rows.filter((row) => row.met === true).length} targets met, ${missed} missed`);

/** A bench that fails says why and gives no row: a figure whose answers were not equal is none. */
async function runSection(name: string): Promise<Row[]> {
  const child = spawn(process.execPath, [new URL(`sections/${name}.ts`, import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const found: Row[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const row = JSON.parse(line) as Row;
    found.push(row);
    if (values.json) console.log(line);
    else console.log(inTable(row));
  }
  const code = child.exitCode ?? (await new Promise<number | null>((done) => child.once('exit', done)));
  if (code !== 0) {
    say(`The bench ${name} failed.`);
    process.exitCode = 1;
  }
  return found;
}

function inTable({ name, value, unit, target, met, note }: Row): string {
  const verdict = target === null ? '' : `${target} ${met === true ? 'met' : 'MISSED'}`;
  return `${name.padEnd(88)} ${String(value).padStart(10)} ${unit.padEnd(8)} ${verdict}${note === undefined ? '' : `  (${note})`}`;
}

function record(): void {
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const commit = readHead();
  writeFileSync(
    new URL(`${begun.slice(0, 16).replace(':', '')}${values.only === undefined ? '' : `-${values.only}`}.json`, folder),
    `${JSON.stringify({ begun, machine, commit, rules: hashOfRules(), rows }, null, 1)}\n`,
  );
}

function readHead(): string {
  const git = new URL('../.git/', import.meta.url);
  try {
    const head = readFileSync(new URL('HEAD', git), 'utf8').trim();
    return head.startsWith('ref: ') ? readFileSync(new URL(head.slice(5), git), 'utf8').trim() : head;
  } catch {
    return 'unknown';
  }
}
