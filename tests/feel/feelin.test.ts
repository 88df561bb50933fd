import { describe, expect, it } from 'vitest';
import { explainRunner, formatValue } from '../../packages/core/src/feel/index.ts';
import listed from '../feelin-deviations.json' with { type: 'json' };
import { cn, prepare } from '../support/feel.ts';
import { agree, witness } from './witness.ts';
import { type WitnessCase, witnessCases } from './witness-cases.ts';

const keyOf = ({ expression, context }: WitnessCase): string => JSON.stringify([expression, context ?? {}]);
const deviations = listed.deviations as readonly (WitnessCase & { ours: string; feelin: string; reason: string })[];

describe('feelin as a witness', () => {
  const found = new Map<string, { ours: string; feelin: string }>();
  for (const one of witnessCases) {
    const { node, context } = prepare(one.expression, one.context);
    const ours = formatValue(node.type, explainRunner(node, cn)(context.values));
    const feelin = witness(one.expression, one.context);
    if (!agree(ours, feelin)) found.set(keyOf(one), { ours, feelin });
  }

  it('was asked enough', () => {
    expect(new Set(witnessCases.map(keyOf)).size).toBeGreaterThan(900);
  });

  it('agrees, except where the list says why not', () => {
    const known = new Set(deviations.map(keyOf));
    expect([...found].filter(([key]) => !known.has(key))).toEqual([]);
  });

  it.each(deviations)('still deviates as listed: $expression', (deviation) => {
    expect(found.get(keyOf(deviation))).toEqual({ ours: deviation.ours, feelin: deviation.feelin });
    expect(Object.keys(listed.reasons)).toContain(deviation.reason);
  });

  it('has no reason that nothing needs', () => {
    const used = new Set(deviations.map(({ reason }) => reason));
    expect(Object.keys(listed.reasons).filter((reason) => !used.has(reason))).toEqual([]);
  });
});
