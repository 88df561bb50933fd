import type { ConflictText, Law } from '@sallyport/core/law';
import { clauseRef } from './clause-ref.ts';

/** One law demands what another restrains: what has to be decided before anybody acts. */
export const conflictOf = (law: Law, { demanded, restrained, reason }: ConflictText) => ({
  demanded: demanded.map((id) => clauseRef(law, id)),
  restrained: restrained.map((id) => clauseRef(law, id)),
  reason,
});
