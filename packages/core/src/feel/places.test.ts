import { describe, expect, it } from 'vitest';
import { workingDays } from '../calendar/index.ts';
import { evaluator, type World } from './evaluate.ts';
import { parseExpression } from './parse.ts';
import { Places } from './places.ts';
import { readContext } from './run/context.ts';
import { childrenOf } from './tree.ts';

const noFacts = (): never => {
  throw new Error('an expression by itself reads no facts');
};
const world: World = {
  around: { calendar: workingDays({ id: 'none', title: { zh: '无', en: 'none' }, weekend: [0, 6], years: [] }) },
  reader: noFacts,
  relatives: noFacts,
};

function compiled(text: string, context: unknown) {
  const read = readContext(context);
  const node = parseExpression(text, read.scope);
  const places = new Places();
  return { node, places, run: evaluator(node, world, places), slots: read.values };
}

describe('places', () => {
  it('keep the values of each evaluation apart, though one compiled tree serves them all', () => {
    const { node, places, run } = compiled('a + 1', { a: 1 });
    const traces = [1, 5].map((a) => {
      const frame = places.frame({ a });
      run(frame);
      return places.trace(frame.seen);
    });
    expect(traces.map((trace) => [node, ...childrenOf(node)].map((part) => trace.get(part)))).toEqual([
      [2, 1, 1],
      [6, 5, 1],
    ]);
  });

  it('have no value for what was not looked at', () => {
    const { node, places, run, slots } = compiled('some x in a satisfies x > 1', { a: [] });
    const frame = places.frame(slots);
    expect(run(frame)).toBe(false);
    const trace = places.trace(frame.seen);
    const [list, satisfies] = childrenOf(node);
    expect(list && trace.get(list)).toEqual([]);
    expect(satisfies && trace.has(satisfies)).toBe(false);
    expect(trace.size).toBe(2);
  });

  it('give the outer variable back after an inner one of the same name', () => {
    const { places, run, slots } = compiled('some x in a satisfies (some x in b satisfies x = 9) and x = 2', {
      a: [1, 2],
      b: [9],
    });
    expect(run(places.frame(slots))).toBe(true);
  });
});
