// One traveller, four rules, every value and all evidence seen: the explainer against json-rules-engine, which only decides.
import { Explainer } from '@sallyport/core/duties';
import { engineForBroken, engineForStatus, runEngine } from '../peers/json-rules-engine.ts';
import { travellerFacts } from '../peers/traveller-facts.ts';
import { load } from '../support/loaded.ts';
import { registerFolder, travelKinds } from '../support/register-folder.ts';
import { atLeast, figure } from '../support/row.ts';
import { bestOf, bestOfAsync } from '../support/time.ts';

const travellers = 2000;
const { register, relations, question } = await load(registerFolder(2000, 10_000, travelKinds));
const explainer = new Explainer(register, relations, question);
const facts = travellerFacts(register, question).slice(0, travellers);

let values = 0;
const traced = bestOf(15, () => {
  values = 0;
  for (let s = 0; s < travellers; s++) {
    for (const rule of question.rules) for (const duty of explainer.decide(rule, s)) values += duty.trace.size;
  }
});
const microseconds = (ms: number): number => (ms * 1000) / travellers;
figure(
  'one traveller: explainer, four rules with every value',
  microseconds(traced),
  'us',
  `${(values / travellers).toFixed(0)} values kept`,
);
for (const [what, engine] of [
  ['status', engineForStatus()],
  ['only whether it is broken', engineForBroken()],
] as const) {
  const peer = await bestOfAsync(5, () => runEngine(engine, facts));
  const name = `one traveller: explainer against json-rules-engine (${what})`;
  if (what === 'status') atLeast(name, peer / traced, 'x', 10);
  else figure(name, peer / traced, 'x', 'less than was asked of the explainer');
}
