import { formatDay } from '@sallyport/core/calendar';
import { hasClassifiedMark } from '@sallyport/core/facts';
import { implementAction } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import * as contract from '../contract.ts';
import { proposeLegs } from './propose-legs.ts';
import { readCalendar } from './read-calendar.ts';

/** A calendar is read and forgotten: neither the file nor what was read of it is kept, in the journal or beside the request. */
export const implementReadItinerary = () =>
  implementAction(contract.readItinerary, {
    // Before the transaction: a long file holds no connection.
    async prepare({ text }) {
      if (hasClassifiedMark(text)) refuse('register.classified-mark');
      return readCalendar(text) ?? refuse('trips.no-itinerary');
    },
    async handle({ today }, _input, stays) {
      const output = proposeLegs(stays, formatDay(today));
      return { output, entry: { subject: null, fields: { legs: output.legs.length } } };
    },
  });
