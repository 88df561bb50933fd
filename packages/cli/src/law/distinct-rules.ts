import type { Law, Rule } from '@sallyport/core/law';

/** Names and reasons inside what a rule asks, and where its text stood. */
const besides = new Set(['id', 'because', 'clauses', 'label', 'title']);

/** What a rule asks of whom, by when and met how: all but its clauses, its names, the days of its edition and its examples. */
const asked = (rule: Rule) => [
  rule.subject,
  rule.applies,
  rule.ends,
  rule.every,
  rule.after,
  rule.assignee,
  rule.answerable,
  rule.forbids,
  rule.variants,
  rule.waiver,
];

/** How many executable rules there are when two that differ only in clause, title and pack count once. */
export function distinctRules(law: Law): number {
  const rules = law.rules.filter((rule) => !rule.standing && rule.supersededFrom === null);
  const shapes = rules.map((rule) =>
    JSON.stringify(asked(rule), (key, part: unknown) => {
      if (key === 'operator') return (part as { name: string }).name;
      const place = (key === 'from' || key === 'to') && typeof part === 'number';
      return place || besides.has(key) ? undefined : part;
    }),
  );
  return new Set(shapes).size;
}
