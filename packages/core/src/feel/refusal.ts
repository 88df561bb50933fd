import type { Words } from './words.ts';

/** An expression outside the subset, or wrong: where, and what to do instead, in both languages. Offsets count UTF-16 units of the expression. */
export class Refusal extends Error {
  readonly text: Words;
  readonly from: number;
  readonly to: number;

  constructor(text: Words, from: number, to: number) {
    super(text.en);
    this.name = 'Refusal';
    this.text = text;
    this.from = from;
    this.to = to;
  }
}

/** Line and column, both from 1, of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
