import { noDay, type Register, tableOf } from '../facts/index.ts';
import type { Node } from '../feel/index.ts';
import type { Rule, Seat } from '../law/index.ts';
import type { Question } from './question.ts';
import { reachesTerritory } from './territory.ts';

type Country = Seat['country'];

/** To how many of a register's organisations the law of each country speaks. */
export type Spoken = Readonly<Record<Country, 'all' | 'some' | 'none'>>;

/** An organisation as the law of a country asks of it; a seat that is not known may be anywhere. */
export type Seated = { readonly seat: string | null; readonly cleared: boolean };

/** Asked once of a register of one seat, this need not be asked of each of its subjects. */
export function spokenTo(register: Register): Spoken {
  const { ids, columns } = tableOf(register, 'organisation');
  const { seat, clearedSince } = columns;
  return spokenAmong(
    ids.map((_, row) => ({
      seat: (seat?.type === 'word' ? register.words.words[seat.values[row] ?? -1] : undefined) ?? null,
      cleared: clearedSince?.type === 'day' && (clearedSince.values[row] ?? noDay) !== noDay,
    })),
  );
}

/** The same of organisations wherever they are kept. */
export function spokenAmong(organisations: readonly Seated[]): Spoken {
  const reach = (country: Country): Spoken[Country] => {
    const seated = ({ seat }: Seated): boolean => seat === null || seat === country;
    if (organisations.every(seated)) return 'all';
    return organisations.some((one) => seated(one) || (country === 'us' && one.cleared)) ? 'some' : 'none';
  };
  return { cn: reach('cn'), us: reach('us') };
}

/** What a subject's organisation is asked before the rule is: null where the answer is known for all of them. */
export const seatTest = ({ seat }: Rule, { spoken }: Question): Node | null =>
  seat && spoken?.[seat.country] !== 'all' ? seat.speaks : null;

/** Whether a rule can have a duty at all; one that speaks to nobody is passed over whole. */
export const speaks = (rule: Rule, question: Question): boolean =>
  reachesTerritory(rule, question) && (!rule.seat || question.spoken?.[rule.seat.country] !== 'none');
