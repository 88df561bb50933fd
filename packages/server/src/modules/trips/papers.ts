import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { filesOf } from '../files/index.ts';
import * as contract from './contract.ts';
import type { TripParts } from './load.ts';
import { requireMay, requireSeen } from './perform.ts';

/** The invitation of a trip: attached by whoever files it, read by whoever may see the trip, and given out to be saved and never shown. */
export function implementPapers(parts: TripParts): {
  readonly actions: ImplementedAction[];
  readonly queries: ImplementedQuery[];
} {
  return {
    actions: [
      implementAction(contract.attachPaper, {
        async handle(context, { trip, ticket }) {
          const { loaded, met } = await requireSeen(context, parts, trip);
          requireMay({ loaded, who: met.who }, { act: 'change' });
          const [first, ...others] = loaded.trip.travellers;
          // Of a group it is nobody's alone: it goes with the trip.
          const person = others.length === 0 ? (first?.person ?? null) : null;
          const { fields } = await parts.papers.keep(context, { kind: 'trip', id: trip, person, ticket });
          return { output: { file: fields.file }, entry: { subject: `trip/${trip}`, fields, person } };
        },
      }),
    ],
    queries: [
      implementQuery(
        contract.openPaper,
        {
          async answer(context, { trip, file: asked }) {
            const { loaded } = await requireSeen(context, parts, trip);
            const found =
              (await filesOf(context.tx, 'trip', trip)).find(({ file }) => file === asked) ??
              refuse('request.not-found');
            const { file, name, type, size } = found;
            return { output: { file, name, type, size }, persons: loaded.trip.travellers.map(({ person }) => person) };
          },
        },
        (paper, { org }) => parts.papers.give(paper, org),
      ),
    ],
  };
}
