import { mayReadFacts } from '@sallyport/core/access';
import { type Purpose, purposes } from '@sallyport/core/facts';
import { dutiesAsOf, listDuties, showDuty, summarizeDuties, todaysDuties } from '@sallyport/server/contracts/duties';
import { pendingActs } from '@sallyport/server/contracts/identity';
import { previewImport } from '@sallyport/server/contracts/imports';
import { queues } from '@sallyport/server/contracts/jobs';
import { searchEntries } from '@sallyport/server/contracts/journal';
import { handovers } from '@sallyport/server/contracts/privacy';
import { isAdmitted, type Me, mayReadPurpose } from './session.ts';
import type { Key } from './words.ts';

type Entry = { readonly to: string; readonly name: Key; readonly shown: (who: Me) => boolean };

// By purpose and not by kind: the whole vocabulary is not needed to draw the head of a page.
const reads = (purpose: Purpose) => (who: Me) => mayReadPurpose(purpose, who);

/** Lists of others are not for somebody who sees only themselves. */
const readsOthers = (purpose: Purpose) => (who: Me) =>
  who.roles.some(({ role }) => role !== 'member' && mayReadFacts(role, purpose));

const entries: readonly Entry[] = [
  { to: '/', name: 'nav.today', shown: (who) => isAdmitted(todaysDuties.admits, who) },
  { to: '/duties', name: 'nav.duties', shown: (who) => isAdmitted(listDuties.admits, who) },
  { to: '/programme', name: 'nav.programme', shown: (who) => isAdmitted(summarizeDuties.admits, who) },
  { to: '/people', name: 'nav.people', shown: readsOthers('personnel') },
  { to: '/units', name: 'nav.units', shown: readsOthers('personnel') },
  { to: '/branches', name: 'nav.branches', shown: readsOthers('personnel') },
  { to: '/register/post', name: 'nav.posts', shown: reads('personnel') },
  { to: '/register', name: 'nav.register', shown: (who) => purposes.some((purpose) => mayReadPurpose(purpose, who)) },
  { to: '/import', name: 'nav.import', shown: (who) => isAdmitted(previewImport.admits, who) },
  { to: '/law', name: 'nav.law', shown: () => true },
  { to: '/settings', name: 'nav.settings', shown: () => true },
  { to: '/handovers', name: 'nav.handovers', shown: (who) => isAdmitted(handovers.admits, who) },
  { to: '/journal', name: 'nav.journal', shown: (who) => isAdmitted(searchEntries.admits, who) },
  { to: '/jobs', name: 'nav.jobs', shown: (who) => isAdmitted(queues.admits, who) },
  { to: '/acts', name: 'nav.acts', shown: (who) => isAdmitted(pendingActs.admits, who) },
  { to: '/mine', name: 'nav.mine', shown: () => true },
];

/** Pages that are no sections, and not for everybody. */
const inner: Readonly<Record<string, Entry['shown']>> = {
  '/duty': (who) => isAdmitted(showDuty.admits, who),
  '/as-of': (who) => isAdmitted(dutiesAsOf.admits, who),
  '/journal/$id': (who) => isAdmitted(searchEntries.admits, who),
};

/** Whether somebody's roles open a page, by its route; of a page about one thing the program decides when it is asked. */
export function mayOpen(route: string, who: Me): boolean {
  const section = entries.find(({ to }) => to === route);
  return (inner[route] ?? section?.shown)?.(who) ?? true;
}

/** The sections somebody's roles open. */
export const navigationFor = (who: Me): readonly Entry[] => entries.filter(({ shown }) => shown(who));
