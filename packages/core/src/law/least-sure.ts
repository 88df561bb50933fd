import type { Clause, Sureness } from './schema.ts';

const order = { text: 0, secondary: 1, unconfirmed: 2 };

/** A rule is as sure as the least sure of its clauses. */
export const leastSure = (clauses: readonly Pick<Clause, 'sureness'>[]): Sureness =>
  clauses.reduce<Sureness>((least, { sureness }) => (order[sureness] > order[least] ? sureness : least), 'text');
