import { type Day, formatDay } from '@sallyport/core/calendar';
import type { Edition, Law, Rule } from '@sallyport/core/law';
import type { z } from 'zod';
import type { compareLaw } from './contract.ts';
import { newest } from './edition.ts';
import { inForce } from './in-force.ts';

type Compared = z.output<(typeof compareLaw)['output']>;

/** What of the law is in force on one day and not on another. */
export function compareDays(law: Law, one: Day, two: Day): Compared {
  const rules = newest(law.rules);
  const only = (on: Day, notOn: Day) => rules.filter((rule) => inForce(rule, on) && !inForce(rule, notOn));
  const named = ({ id, title, pack }: Rule) => ({
    rule: id,
    title,
    instrument: law.editions.find((edition) => edition.id === pack)?.instrument.short ?? title,
  });
  const editions = (on: Day, notOn: Day, day: (edition: Edition) => Day) =>
    law.editions
      .filter((edition) => inForce(edition, on) && !inForce(edition, notOn))
      .map((edition) => ({ edition: edition.id, title: edition.instrument.title, on: formatDay(day(edition)) }));
  return {
    begun: editions(two, one, ({ from }) => from),
    ended: editions(one, two, ({ to }) => to ?? two),
    gained: only(two, one).map(named),
    lost: only(one, two).map(named),
    kept: rules.filter((rule) => inForce(rule, one) && inForce(rule, two)).length,
  };
}
