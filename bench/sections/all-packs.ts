// Every rule of every pack over one generated register.
import { generate, link, runKernel } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { compareWithExplainer } from '../support/compare.ts';
import { load } from '../support/loaded.ts';
import { registerFolder } from '../support/register-folder.ts';
import { atLeast, figure } from '../support/row.ts';
import { bestOf, timed } from '../support/time.ts';

const { law, register, relations, question } = await load(registerFolder(20_000, 100_000, null));
const all = { ...question, rules: law.rules };
const linked = timed(() => link(generate(all, vocabulary), all, register, relations));
const sinks = new Map();
const ms = bestOf(25, () => void runKernel(linked.value, sinks));
const duties = runKernel(linked.value, sinks);
figure(
  'all packs: duties equal to the explainer’s',
  compareWithExplainer(all, register, relations, duties, 300),
  'duties',
);
const count = duties.reduce((sum, rule) => sum + rule.count, 0);
figure('all packs: rules', law.rules.length, 'rules');
figure('all packs: compile and link', linked.ms, 'ms');
figure('all packs: duties', count, 'duties');
figure('all packs: generated kernel, evaluation', ms, 'ms');
atLeast('all packs: million duties a second', count / ms / 1000, 'M/s', 20);
