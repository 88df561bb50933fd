import { noDay, type Register, tableOf } from '../facts/index.ts';
import type { Node } from '../feel/index.ts';
import type { Rule, Seat } from '../law/index.ts';
import type { Question } from './question.ts';
import { reachesTerritory } from './territory.ts';

type Country = Seat['country'];

/** To how many of a register's organisations the law of each country speaks. */
export type Spoken = Readonly<Record<Country, 'all' | 'some' | 'none'>>;

/** Asked once of a register of one seat, this need not be asked of each of its subjects. */
export function spokenTo(register: Register): Spoken {
  const { ids, columns } = tableOf(register, 'organisation');
  const { seat, clearedSince } = columns;
  const seated = (country: Country, row: number): boolean => {
    const word = seat?.type === 'word' ? register.words.words[seat.values[row] ?? -1] : undefined;
    return word === undefined || word === country;
  };
  const cleared = (row: number): boolean =>
    clearedSince?.type === 'day' && (clearedSince.values[row] ?? noDay) !== noDay;
  const reach = (country: Country): Spoken[Country] => {
    if (ids.every((_, row) => seated(country, row))) return 'all';
    return ids.some((_, row) => seated(country, row) || (country === 'us' && cleared(row))) ? 'some' : 'none';
  };
  return { cn: reach('cn'), us: reach('us') };
}

/** What a subject's organisation is asked before the rule is: null where the answer is known for all of them. */
export const seatTest = ({ seat }: Rule, { spoken }: Question): Node | null =>
  seat && spoken?.[seat.country] !== 'all' ? seat.speaks : null;

/** Whether a rule can have a duty at all; one that speaks to nobody is passed over whole. */
export const speaks = (rule: Rule, question: Question): boolean =>
  reachesTerritory(rule, question) && (!rule.seat || question.spoken?.[rule.seat.country] !== 'none');
