import type { SeenPort } from '../../platform/actions/asker.ts';
import type { Context, Room } from '../../platform/actions/implement.ts';
import type { RoomActs } from '../identity/index.ts';
import type { ErasedFact } from '../register/index.ts';
import { implementCancelHandover } from './cancel-handover.ts';
import { implementEraseDue, implementReport } from './erase-due.ts';
import { implementErasePerson } from './erase-person.ts';
import { noteErased } from './erased.ts';
import { backUpToLeaveAction, implementHandOver, moveToLeaveAction } from './hand-over.ts';
import { implementHandovers } from './handovers-shown.ts';
import { implementHeld } from './held.ts';
import { holdsQuery, implementHold, releaseAction } from './holds.ts';
import type { PrivacyParts } from './parts.ts';
import { createSeen, implementWhoSaw } from './seen.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { privacyTables } from './columns.ts';
export { createErasureLog, type ErasureLog } from './erasure-log.ts';
export { endOfHandover, handoverFor, requireHandover, standingHandover } from './hand-over.ts';
export { privacyJobs, type RunNamed, replayErasureLog } from './jobs.ts';
export type { PrivacyParts } from './parts.ts';
export { holdOn } from './store/holds.ts';
export { shownTo } from './store/shown-to.ts';

export type Privacy = {
  readonly room: Room;
  readonly seen: SeenPort;
  /** What takes a second person, confirmed where all such acts are. */
  readonly acts: RoomActs;
  /** What another room erased, for the log outside the backup. */
  readonly noteErased: (context: Context, gone: readonly ErasedFact[]) => Promise<void>;
};

/** People's data: who saw it, how long it is kept, what erases it and what holds it back, and every way by which it leaves the house. */
export function createPrivacy(parts: PrivacyParts): Privacy {
  const erasePerson = implementErasePerson(parts);
  return {
    acts: erasePerson.acts,
    seen: createSeen(parts),
    noteErased: (context, gone) => noteErased(context, parts, gone),
    room: {
      actions: [
        implementHandOver(parts),
        implementCancelHandover(parts),
        backUpToLeaveAction,
        moveToLeaveAction,
        implementHold(parts),
        releaseAction,
        ...erasePerson.actions,
        implementEraseDue(parts),
      ],
      queries: [implementReport(parts), implementHandovers(parts), holdsQuery, implementWhoSaw, implementHeld(parts)],
      words: { zh, en },
    },
  };
}
