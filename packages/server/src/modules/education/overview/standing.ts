import { statusCode } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import type { Standing } from '../contract.ts';

/** From the worst to what is done: somebody of whom two rules ask something stands where the worse of them stands. */
export const byUrgency: readonly Exclude<Standing, 'exempt'>[] = ['overdue', 'unclear', 'pending', 'putOff', 'met'];

const standingOf: Readonly<Partial<Record<Status, (typeof byUrgency)[number]>>> = {
  overdue: 'overdue',
  missed: 'overdue',
  breached: 'overdue',
  unclear: 'unclear',
  review: 'unclear',
  pending: 'pending',
  waived: 'putOff',
  met: 'met',
  late: 'met',
};

const statusesOf = (standing: Standing): Status[] =>
  (Object.keys(standingOf) as Status[]).filter((status) => standingOf[status] === standing);

const codesOf = (standing: Standing): number[] => statusesOf(standing).map(statusCode);

/** Duties that can still be done, or are looked into; a list to work from has these alone. */
export const openCodes: Readonly<Record<'overdue' | 'pending' | 'unclear', readonly number[]>> = {
  overdue: [statusCode('overdue')],
  pending: [statusCode('pending')],
  unclear: codesOf('unclear'),
};

const anyOf = (codes: readonly number[]): string => `status IN (${codes.join(', ')})`;

/** The place of a duty's standing in the order above, in SQL. */
export const rankSql = `CASE ${byUrgency.map((standing, at) => `WHEN ${anyOf(codesOf(standing))} THEN ${at}`).join(' ')} END`;
export const countedSql = anyOf(byUrgency.flatMap(codesOf));
export const openSql = anyOf(Object.values(openCodes).flat());

/** Whether something is still to be done at a place in the order, in SQL. */
export const isOpenRank = (rank: string): string => `${rank} < ${byUrgency.indexOf('putOff')}`;
