import type { Value } from '../values.ts';

/** Gives the value of one expression for the values of its names. */
export type Runner = (values: Readonly<Record<string, Value>>) => Value;
