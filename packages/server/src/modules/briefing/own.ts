import type { Context, QueryContext } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { type BriefingParts, type Journey, journeyOf } from './journey.ts';

/** One's own briefing; for anybody else, whatever their role, there is none. */
export async function ownJourney(
  { tx, actor, today }: Pick<QueryContext, 'tx' | 'actor' | 'today'>,
  parts: BriefingParts,
  traveller: string,
): Promise<Journey> {
  const journey = actor.person === null ? null : await journeyOf(tx, parts, traveller, today);
  return journey !== null && journey.person === actor.person ? journey : refuse('request.not-found');
}

export const done = ({ traveller, person }: Journey, fields: Readonly<Record<string, unknown>>) => ({
  output: { traveller },
  entry: { subject: `traveller/${traveller}`, fields, person },
});

export type Acting = Pick<Context, 'tx' | 'today'>;
