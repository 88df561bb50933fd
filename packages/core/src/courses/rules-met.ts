import type { Law } from '../law/index.ts';

/**
 * The rules that a completion of a topic can meet, read off the rules themselves: what a course is good for is what they ask, and nothing a course
 * says of itself.
 */
export const rulesMetBy = (law: Pick<Law, 'rules'>, topics: readonly string[]): string[] => [
  ...new Set(
    law.rules
      .filter((rule) =>
        rule.variants.some(
          ({ met }) =>
            met !== null &&
            met.form !== 'milestone' &&
            met.kind === 'completion' &&
            met.match.some(
              ({ field, to }) =>
                field === 'topic' && to.form === 'literal' && topics.some((topic) => topic === to.value),
            ),
        ),
      )
      .map(({ id }) => id),
  ),
];
