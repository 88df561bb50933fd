import { mayReadFacts } from '@sallyport/core/access';
import { type Purpose, purposes } from '@sallyport/core/facts';
import { listDevices } from '@sallyport/server/contracts/devices';
import {
  dutiesAsOf,
  dutyFigures,
  listDuties,
  showDuty,
  summarizeDuties,
  todaysDuties,
} from '@sallyport/server/contracts/duties';
import { actRoles, pendingActs } from '@sallyport/server/contracts/identity';
import { previewImport } from '@sallyport/server/contracts/imports';
import { queues } from '@sallyport/server/contracts/jobs';
import { searchEntries } from '@sallyport/server/contracts/journal';
import { handovers } from '@sallyport/server/contracts/privacy';
import { listTrips } from '@sallyport/server/contracts/trips';
import { isAdmitted, type Me, mayReadPurpose } from './session.ts';
import type { Key } from './words.ts';

type Entry = { readonly to: string; readonly name: Key; readonly shown: (who: Me) => boolean };

// By purpose and not by kind: the whole vocabulary is not needed to draw the head of a page.
const reads = (purpose: Purpose) => (who: Me) => mayReadPurpose(purpose, who);

/** Lists of others are not for somebody who sees only themselves. */
const readsOthers = (purpose: Purpose) => (who: Me) =>
  who.roles.some(({ role }) => role !== 'member' && mayReadFacts(role, purpose));

/** Who may ask for an act of two persons, or sign one, in the console; nobody else waits for any. */
const signs = (who: Me): boolean => who.roles.some(({ role }) => actRoles.includes(role));

/** Of the duties, or of their numbers alone. */
const seesFigures = (who: Me): boolean =>
  isAdmitted(summarizeDuties.admits, who) || isAdmitted(dutyFigures.admits, who);

type Group = { readonly name: Key; readonly entries: readonly Entry[] };

const groups: readonly Group[] = [
  {
    name: 'nav.group.work',
    entries: [
      { to: '/', name: 'nav.today', shown: (who) => isAdmitted(todaysDuties.admits, who) },
      { to: '/duties', name: 'nav.duties', shown: (who) => isAdmitted(listDuties.admits, who) },
      { to: '/programme', name: 'nav.programme', shown: seesFigures },
      { to: '/trips', name: 'nav.trips', shown: (who) => isAdmitted(listTrips.admits, who) },
      { to: '/devices', name: 'nav.devices', shown: (who) => isAdmitted(listDevices.admits, who) },
      { to: '/advisories', name: 'nav.advisories', shown: (who) => isAdmitted(listTrips.admits, who) },
      { to: '/acts', name: 'nav.acts', shown: signs },
      {
        to: '/education',
        name: 'nav.education',
        shown: (who) => who.person !== null || readsOthers('education')(who),
      },
      { to: '/mine', name: 'nav.mine', shown: () => true },
    ],
  },
  {
    name: 'nav.group.people',
    entries: [
      { to: '/people', name: 'nav.people', shown: readsOthers('personnel') },
      { to: '/units', name: 'nav.units', shown: readsOthers('personnel') },
      { to: '/branches', name: 'nav.branches', shown: readsOthers('personnel') },
      { to: '/register/post', name: 'nav.posts', shown: reads('personnel') },
    ],
  },
  {
    name: 'nav.group.register',
    entries: [
      { to: '/register', name: 'nav.register', shown: (who) => purposes.some((one) => mayReadPurpose(one, who)) },
      { to: '/import', name: 'nav.import', shown: (who) => isAdmitted(previewImport.admits, who) },
      { to: '/forms', name: 'nav.forms', shown: readsOthers('personnel') },
      { to: '/handovers', name: 'nav.handovers', shown: (who) => isAdmitted(handovers.admits, who) },
    ],
  },
  {
    name: 'nav.group.law',
    entries: [
      { to: '/law', name: 'nav.law', shown: () => true },
      { to: '/settings', name: 'nav.settings', shown: () => true },
    ],
  },
  {
    name: 'nav.group.record',
    entries: [
      { to: '/journal', name: 'nav.journal', shown: (who) => isAdmitted(searchEntries.admits, who) },
      { to: '/jobs', name: 'nav.jobs', shown: (who) => isAdmitted(queues.admits, who) },
    ],
  },
];

const entries = groups.flatMap((group) => group.entries);

/** Pages that are no sections, and not for everybody. */
const inner: Readonly<Record<string, Entry['shown']>> = {
  '/acts': (who) => isAdmitted(pendingActs.admits, who),
  '/duty': (who) => isAdmitted(showDuty.admits, who),
  '/as-of': (who) => isAdmitted(dutiesAsOf.admits, who),
  '/journal/$id': (who) => isAdmitted(searchEntries.admits, who),
};

/** Pages whose address does not begin with that of the section they belong to. */
const within: Readonly<Record<string, string>> = { '/duty': '/duties', '/as-of': '/duties' };

/** Whether somebody's roles open a page, by its route; of a page about one thing the program decides when it is asked. */
export function mayOpen(route: string, who: Me): boolean {
  const section = entries.find(({ to }) => to === route);
  return (inner[route] ?? section?.shown)?.(who) ?? true;
}

/** The sections somebody's roles open. */
export const navigationFor = (who: Me): readonly Entry[] => entries.filter(({ shown }) => shown(who));

/** The same in their groups; a group that opens nothing is not there. */
export const groupsFor = (who: Me): readonly Group[] =>
  groups
    .map(({ name, entries: own }) => ({ name, entries: own.filter(({ shown }) => shown(who)) }))
    .filter((group) => group.entries.length > 0);

/** The section a page belongs to: of those somebody sees, the one whose address the page's begins with, the longest of them. */
export function currentSection(pathname: string, who: Me): string | null {
  const at = within[pathname] ?? pathname;
  const holding = navigationFor(who).filter(({ to }) => at === to || (to !== '/' && at.startsWith(`${to}/`)));
  return holding.toSorted((one, two) => two.to.length - one.to.length)[0]?.to ?? null;
}
