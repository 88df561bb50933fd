import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reviewable, standingDuties, waivable } from './rules-used.ts';

const packs = join(import.meta.dirname, '../../../packs');
const textOf = (rule: string): string => {
  const [pack = '', id = ''] = rule.split('/');
  const path = join(packs, pack, 'rules', `${id}.yaml`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

it.each(Object.values(waivable))('%s is there and may be waived', (rule) =>
  expect(textOf(rule)).toMatch(/^waiver: (?!never)/m),
);
it.each(reviewable)('$rule is there, about $kind, and asks for a review', ({ rule, kind }) => {
  expect(textOf(rule)).toMatch(/^forbids:/m);
  expect(textOf(rule)).toMatch(new RegExp(`^subject: ${kind}$`, 'm'));
});
it.each(standingDuties)('%s is a standing duty', (duty) => {
  const [pack = '', id = ''] = duty.split('.');
  expect(readFileSync(join(packs, pack, 'standing.yaml'), 'utf8')).toContain(`id: ${id}\n`);
});
