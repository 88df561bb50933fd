import { parseDay } from '@sallyport/core/calendar';
import { exampleRegister, generate, link, questionOf, runKernel } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { expect, test } from 'vitest';
import { columnLines } from '../../packages/cli/src/evaluate/duty-line.ts';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';

const law = lawOf();
const known = calendars();

test('an exception that is met by another kind of fact prints the ids of that kind', () => {
  const rule = law.rules.find((one) => one.id === 'us-sead3-2017/prior-approval');
  const kinds = new Set(
    rule?.variants.map((variant) => (variant.met?.form === 'milestone' ? variant.met.path.kind : variant.met?.kind)),
  );
  expect(kinds.size).toBeGreaterThan(1);
  let compared = 0;
  for (const example of rule?.examples ?? []) {
    const { expect: wanted } = example;
    if (!rule || wanted === 'none' || Array.isArray(wanted) || !wanted.evidence) continue;
    const register = exampleRegister(example, vocabulary, rule.subject);
    if ('zh' in register) throw new Error(register.en);
    const question = { ...questionOf(law, register, parseDay(example.asOf) ?? 0, known), rules: [rule] };
    const [columns] = runKernel(link(generate(question, vocabulary), question, register));
    if (!columns) throw new Error('no columns');
    const line = [...columnLines(rule, columns, register, () => [])].find(
      (one) => wanted.subject === undefined || one.subject === wanted.subject,
    );
    expect(line?.evidence).toEqual(wanted.evidence);
    compared++;
  }
  expect(compared).toBeGreaterThan(1);
});
