// One traveller, four rules, every value and all evidence seen: the explainer against json-rules-engine, which only decides.
import { Explainer, explain, explanationText, statusCode, type Traced } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import type { Status } from '@sallyport/core/law';
import { engineForBroken, engineForStatus, runEngine } from '../peers/json-rules-engine.ts';
import { ruleNames, travellerFacts } from '../peers/traveller-facts.ts';
import { fourRuleIds } from '../support/four-rules.ts';
import { load } from '../support/loaded.ts';
import { registerFolder, travelKinds } from '../support/register-folder.ts';
import { atLeast, atMost, figure } from '../support/row.ts';
import { bestOf, bestOfAsync } from '../support/time.ts';

const travellers = 2000;
const { law, register, relations, question } = await load(registerFolder(2000, 10_000, travelKinds));
const explainer = new Explainer(register, relations, question);
const facts = travellerFacts(register, question).slice(0, travellers);
const microseconds = (ms: number): number => (ms * 1000) / travellers;

/** What the last run decided, each duty with its trace: kept, so that nothing of the work can be left out. */
let duties: Traced[] = [];
const traced = bestOf(25, () => {
  duties = [];
  for (let s = 0; s < travellers; s++)
    for (const rule of question.rules) for (const duty of explainer.decide(rule, s)) duties.push(duty);
});
figure('one traveller: explainer, four rules with every value', microseconds(traced), 'us', valuesKept());

const dead: readonly Status[] = ['overdue', 'missed'];
for (const [what, engine, expected] of [
  ['status', engineForStatus(), ({ status }: Traced) => statusCode(status)],
  [
    'only whether it is broken',
    engineForBroken(),
    ({ status }: Traced) => (dead.includes(status) ? statusCode('overdue') : -1),
  ],
] as const) {
  const peer = await bestOfAsync(5, () => runEngine(engine, facts));
  compare(await runEngine(engine, facts), expected, what);
  atLeast(`one traveller: explainer against json-rules-engine (${what})`, peer / traced, 'x', 10);
}

const telling = { law, register, question, vocabulary };
for (const language of ['zh', 'en'] as const) {
  let characters = 0;
  const told = bestOf(5, () => {
    characters = 0;
    for (const duty of duties) characters += explanationText(explain(duty, telling, language), language).length;
  });
  atMost(
    `one traveller: traced, and every duty rendered to text (${language})`,
    (traced + told) / travellers,
    'ms',
    1,
    `${(characters / duties.length).toFixed(0)} characters a duty, ${(duties.length / travellers).toFixed(1)} duties`,
  );
}

function compare(answers: Int8Array, expected: (duty: Traced) => number, what: string): void {
  const mine = new Int8Array(answers.length).fill(-1);
  for (const duty of duties) mine[duty.subject * ruleNames.length + fourRuleIds.indexOf(duty.rule.id)] = expected(duty);
  const at = mine.findIndex((answer, index) => answer !== answers[index]);
  if (at >= 0) {
    const rule = fourRuleIds[at % ruleNames.length];
    throw new Error(
      `${rule}: json-rules-engine (${what}) differs for traveller ${Math.floor(at / ruleNames.length)}: ${answers[at]}, not ${mine[at]}`,
    );
  }
}

function valuesKept(): string {
  const values = duties.reduce((sum, { trace }) => sum + trace.size, 0);
  return `${(values / travellers).toFixed(0)} values kept`;
}
