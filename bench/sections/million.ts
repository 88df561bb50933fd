// 1,000,000 trips on one thread, and on two. Tables are sorted by id, so the duties come out sorted by rule and subject: there is no sort beside it.
import { generate, link, runKernel } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { compareWithExplainer } from '../support/compare.ts';
import { compareShares } from '../support/compare-shares.ts';
import { load } from '../support/loaded.ts';
import { registerFolder, travelKinds } from '../support/register-folder.ts';
import { atLeast, atMost, figure } from '../support/row.ts';
import { openThreads } from '../support/threads.ts';
import { bestOf, bestOfAsync, timed } from '../support/time.ts';

const folder = registerFolder(200_000, 1_000_000, travelKinds);
const started = performance.now();
const { register, relations, question } = await load(folder);
figure('1M trips: read packs and JSONL folder', performance.now() - started, 'ms');
const linked = timed(() => link(generate(question, vocabulary), question, register, relations));
figure('1M trips: compile and link', linked.ms, 'ms');
const sinks = new Map();
const ms = bestOf(15, () => void runKernel(linked.value, sinks));
const duties = runKernel(linked.value, sinks);
const greatest = process.resourceUsage().maxRSS / 1000;
for (const { subject, count, rule } of duties) {
  for (let n = 1; n < count; n++)
    if ((subject[n] ?? 0) <= (subject[n - 1] ?? 0)) throw new Error(`${rule} is not sorted`);
}
figure(
  '1M trips: duties equal to the explainer’s',
  compareWithExplainer(question, register, relations, duties, 2000),
  'duties',
);
const count = duties.reduce((sum, rule) => sum + rule.count, 0);
figure('1M trips: duties', count, 'duties');
figure('1M trips: generated kernel, evaluation', ms, 'ms');
atLeast('1M trips: million duties a second, one thread', count / ms / 1000, 'M/s', 25);
atMost('1M trips: greatest memory, loading included', greatest, 'MB', 1000);

const threads = await openThreads(2, question, register, relations);
figure('1M trips: duties of two threads equal to those of one', compareShares(duties, await threads.run()), 'duties');
const both = await bestOfAsync(15, threads.run);
// One thread once more beside them, so that a neighbour who came meanwhile disturbs both alike.
const alone = Math.min(
  ms,
  bestOf(5, () => void runKernel(linked.value, sinks)),
);
await threads.end();
figure('1M trips: two threads, evaluation', both, 'ms');
atMost('1M trips: two threads against one', both / alone, 'of 1', 0.65);
