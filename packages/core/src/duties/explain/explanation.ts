import type { Traced } from '../traced.ts';
import { basis, trigger, who } from './basis.ts';
import { applies, deadline, exceptions } from './course.ts';
import type { Language } from './language.ts';
import { consequence, evidence, next, status } from './outcome.ts';
import { type NamedFact, Teller, type Telling } from './teller.ts';
import { type Topic, topicWords } from './words.ts';

export type Sentence = { readonly topic: Topic; readonly text: string };

/** One duty in sentences. The heading names the rule by its title and the record it hangs on. */
export type Explanation = {
  readonly heading: string;
  readonly sentences: readonly Sentence[];
  readonly facts: readonly NamedFact[];
};

export function explain(duty: Traced, telling: Telling, language: Language): Explanation {
  const teller = new Teller(telling, duty, language);
  const parts: readonly (readonly [Topic, readonly string[]])[] = [
    ['status', status(teller, duty)],
    ['who', who(teller, duty)],
    ['basis', basis(teller)],
    ['trigger', trigger(teller, duty.variant, duty.on)],
    ['applies', applies(teller, duty)],
    ['exceptions', exceptions(teller, duty.rule, duty.variant)],
    ['deadline', duty.status === 'void' ? [] : deadline(teller, duty)],
    ['evidence', evidence(teller, duty)],
    ['next', next(teller, duty)],
    ['consequence', consequence(teller, duty)],
  ];
  return {
    heading: heading(teller, duty.subject),
    sentences: parts.flatMap(([topic, lines]) => lines.map((text) => ({ topic, text }))),
    facts: teller.named,
  };
}

export function heading(teller: Teller, subject: number): string {
  const title = teller.text(teller.rule.title);
  const record = teller.record(teller.rule.subject, subject);
  const day = teller.day(teller.question.asOf);
  return teller.pick(
    `${title}（${record}，截至${day}，按现在所知）`,
    `${title} (${record}, as of ${day}, as known now)`,
  );
}

/** The sentences as lines: one line a topic. */
export function explanationText({ heading: first, sentences }: Explanation, language: Language): string {
  const lines = [first];
  let last: Topic | null = null;
  for (const { topic, text } of sentences) {
    if (topic === last) lines[lines.length - 1] += language === 'zh' ? text : ` ${text}`;
    else lines.push(`${topicWords[topic][language]}${language === 'zh' ? '：' : ': '}${text}`);
    last = topic;
  }
  return `${lines.join('\n')}\n`;
}
