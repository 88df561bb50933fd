// 100,000 trips, four date rules: the generated kernel against json-rules-engine and DuckDB, and the way from folder to folder.
import { generate, link, runKernel } from '@sallyport/core/duties';
import { noDay, noRow, vocabulary } from '@sallyport/core/facts';
import { duckDbStatement, openDuckDb } from '../peers/duckdb.ts';
import { engineForBroken, engineForStatus, runEngine } from '../peers/json-rules-engine.ts';
import { ruleNames, travellerFacts } from '../peers/traveller-facts.ts';
import { fourRuleIds } from '../support/four-rules.ts';
import { asOf, load } from '../support/loaded.ts';
import { registerFolder, travelKinds } from '../support/register-folder.ts';
import { atLeast, figure } from '../support/row.ts';
import { bestOf, bestOfAsync, timed } from '../support/time.ts';

const folder = registerFolder(20_000, 100_000, travelKinds);
const started = performance.now();
const { register, relations, question } = await load(folder);
figure('100k trips: read packs and JSONL folder', performance.now() - started, 'ms');

const compiled = timed(() => generate(question, vocabulary));
const linked = timed(() => link(compiled.value, question, register, relations));
figure('100k trips: compile four rules', compiled.ms, 'ms');
figure('100k trips: link to the register (relation indexes)', linked.ms, 'ms');
const sinks = new Map();
const kernel = bestOf(60, () => void runKernel(linked.value, sinks));
const duties = runKernel(linked.value, sinks);
const count = duties.reduce((sum, rule) => sum + rule.count, 0);
figure('100k trips: duties', count, 'duties');
figure(
  '100k trips: generated kernel, evaluation',
  kernel,
  'ms',
  `${(count / kernel / 1000).toFixed(1)} million duties a second`,
);

const connection = await openDuckDb(folder, question);
const statement = duckDbStatement(question);
const duck = await bestOfAsync(5, () => connection.run(statement));
await compareDuckDb();
figure('100k trips: DuckDB, one thread', duck, 'ms');
atLeast('100k trips: kernel against DuckDB', duck / kernel, 'x', 5);

const facts = travellerFacts(register, question);
// A minute and a half over all of them: every tenth part is timed and checked, and counts ten times.
const share = Math.floor(facts.length / 10);
const engine = await run('status', share);
compareEngine(engine.statuses);
const whole = (engine.ms * facts.length) / share;
figure(
  '100k trips: json-rules-engine, status',
  whole,
  'ms',
  `from ${share} travellers; dates and evidence were computed for it beforehand`,
);
atLeast('100k trips: kernel against json-rules-engine', whole / kernel, 'x', 500);
const broken = await run('broken', facts.length);
figure(
  '100k trips: kernel against json-rules-engine asked only "is it broken"',
  broken.ms / kernel,
  'x',
  'less than was asked of the kernel',
);

async function run(what: 'status' | 'broken', travellers: number): Promise<{ statuses: Int8Array; ms: number }> {
  const peer = what === 'status' ? engineForStatus() : engineForBroken();
  await runEngine(peer, facts.slice(0, 2000));
  const start = performance.now();
  const statuses = await runEngine(peer, facts.slice(0, travellers));
  return { statuses, ms: performance.now() - start };
}

function compareEngine(statuses: Int8Array): void {
  for (const rule of duties) {
    const name = ruleNames[fourRuleIds.indexOf(rule.rule)] ?? 'education';
    const mine = new Int8Array(share).fill(-1);
    for (let n = 0; n < rule.count; n++) {
      const s = rule.subject[n] ?? 0;
      if (s >= share) break;
      mine[s] = rule.status[n] ?? 0;
      const its = facts[s];
      const isMet = rule.status[n] === 1 || rule.status[n] === 2;
      const dueEqual = (its?.facts[`${name}.due`] ?? noDay) === rule.due[n];
      const metEqual =
        !isMet ||
        (its?.facts[`${name}.metOn`] === rule.metOn[n] &&
          its?.evidence[name] === rule.evidence[(rule.evidenceEnd[n] ?? 0) - 1]);
      if (!dueEqual || !metEqual) throw new Error(`${rule.rule}: the peer was given other days for traveller ${s}`);
    }
    mine.forEach((status, s) => {
      if (statuses[s * ruleNames.length + ruleNames.indexOf(name)] !== status)
        throw new Error(
          `${rule.rule}: json-rules-engine differs for traveller ${s}: ${statuses[s * ruleNames.length + ruleNames.indexOf(name)]}, not ${status}`,
        );
    });
  }
}

async function compareDuckDb(): Promise<void> {
  const columns = (await connection.runAndReadAll('SELECT * FROM answer')).getColumns();
  const [rules, subjects, statuses, dues, mets, evidence] = columns.map((column) =>
    column.map((value) => (value === null ? null : Number(value))),
  );
  let at = 0;
  for (const id of fourRuleIds) {
    const rule = duties.find((one) => one.rule === id);
    for (let n = 0; n < (rule?.count ?? 0); n++, at++) {
      const begin = n === 0 ? 0 : rule?.evidenceEnd[n - 1];
      const mine = [
        fourRuleIds.indexOf(id),
        rule?.subject[n],
        rule?.status[n],
        rule?.due[n],
        rule?.metOn[n],
        begin === rule?.evidenceEnd[n] ? noRow : rule?.evidence[begin ?? 0],
      ];
      const its = [
        rules?.[at],
        subjects?.[at],
        statuses?.[at],
        dues?.[at] ?? noDay,
        mets?.[at] ?? noDay,
        evidence?.[at] ?? noRow,
      ];
      if (mine.some((value, index) => value !== its[index]))
        throw new Error(`${id}: DuckDB says ${its.join(' ')}, the kernel ${mine.join(' ')} on ${asOf}`);
    }
  }
  if (at !== count) throw new Error('DuckDB gives another number of duties');
}
