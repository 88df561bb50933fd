import { reaches, scopeOf } from '@sallyport/core/access';
import type { Actor } from '../../platform/actions/actor.ts';
import type { DutyRow } from './duty-row.ts';
import { reviewers } from './review-contract.ts';

/** Nobody decides on what they keep or have to see to themselves. */
export const isOwnReview = (actor: Actor, row: Pick<DutyRow, 'person' | 'assignee'>): boolean =>
  actor.person !== null && [row.person, row.assignee].includes(actor.person);

/** Whether somebody may decide on a duty that is under review. */
export function mayDecide(actor: Actor, row: Pick<DutyRow, 'person' | 'assignee' | 'unit'>): boolean {
  const scope = scopeOf(reviewers, actor.grants, actor.person);
  return scope !== null && reaches(scope, row) && !isOwnReview(actor, row);
}
