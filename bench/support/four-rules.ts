import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Law, Rule } from '@sallyport/core/law';
import { packsFolder } from '@sallyport/packs';

/** The four date rules of the benches, as the packs have them. */
export const fourRuleIds: readonly string[] = [
  'cn-cq-2023/pre-departure-education',
  'org-policy/trip-submission-lead',
  'cn-cq-2023/check-in-abroad',
  'cn-cq-2023/debrief-after-return',
];

export function fourRules(law: Law): Rule[] {
  return fourRuleIds.map((id) => {
    const rule = law.rules.find((one) => one.id === id);
    if (rule === undefined) throw new Error(`the packs have no rule ${id}`);
    return rule;
  });
}

/** SHA-256 over the text of the four rules, so that a figure names what it was measured with. */
export function hashOfRules(): string {
  const hash = createHash('sha256');
  for (const id of fourRuleIds)
    hash.update(readFileSync(join(packsFolder, id.replace('/', '/rules/').concat('.yaml'))));
  return hash.digest('hex').slice(0, 16);
}
