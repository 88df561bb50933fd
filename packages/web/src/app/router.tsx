import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readAsOfSearch, readDutyKey, readListSearch } from '../features/duties/search.ts';
import { readImpactSearch } from '../features/impact/search.ts';
import { readCompareSearch } from '../features/law/compare-search.ts';
import { readMergeSearch } from '../features/merges/search.ts';
import { readPeopleSearch } from '../features/people/search.ts';
import { readProgrammeSearch } from '../features/programme/search.ts';
import { readNamedSearch } from '../ui/list-search.ts';
import { Gate } from './gate.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { fetchLaterWords } from './words.ts';

const root = createRootRoute({ component: Gate, notFoundComponent: NotFoundPage });
const getParentRoute = () => root;

/** A page together with what the pages behind the first one say. */
const openedPage: typeof lazyRouteComponent = (importer, name) =>
  lazyRouteComponent(async () => (await Promise.all([importer(), fetchLaterWords()]))[0], name);

// Each page is fetched when somebody goes there, or is about to.
const page = {
  acts: openedPage(() => import('../features/acts/acts-page.tsx'), 'ActsPage'),
  duties: openedPage(() => import('../features/duties/duties-page.tsx'), 'DutiesPage'),
  asOf: openedPage(() => import('../features/duties/as-of-page.tsx'), 'AsOfPage'),
  duty: openedPage(() => import('../features/duties/duty-page.tsx'), 'DutyPage'),
  enter: lazyRouteComponent(() => import('../features/sign-in/enter-page.tsx'), 'EnterPage'),
  oidcReturn: lazyRouteComponent(() => import('../features/sign-in/oidc-return-page.tsx'), 'OidcReturnPage'),
  import: openedPage(() => import('../features/imports/import-page.tsx'), 'ImportPage'),
  run: openedPage(() => import('../features/imports/run-page.tsx'), 'RunPage'),
  jobs: openedPage(() => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
  law: openedPage(() => import('../features/law/law-page.tsx'), 'LawPage'),
  compare: openedPage(() => import('../features/law/compare-page.tsx'), 'ComparePage'),
  conflicts: openedPage(() => import('../features/law/conflicts-page.tsx'), 'ConflictsPage'),
  impact: openedPage(() => import('../features/impact/impact-page.tsx'), 'ImpactPage'),
  edition: openedPage(() => import('../features/law/edition-page.tsx'), 'EditionPage'),
  clause: openedPage(() => import('../features/law/clause-page.tsx'), 'ClausePage'),
  forms: openedPage(() => import('../features/forms/forms-page.tsx'), 'FormsPage'),
  returnForm: openedPage(() => import('../features/forms/return-page.tsx'), 'ReturnPage'),
  template: openedPage(() => import('../features/forms/template-page.tsx'), 'TemplatePage'),
  handovers: openedPage(() => import('../features/handovers/handovers-page.tsx'), 'HandoversPage'),
  journal: openedPage(() => import('../features/journal/journal-page.tsx'), 'JournalPage'),
  entry: openedPage(() => import('../features/journal/entry-page.tsx'), 'EntryPage'),
  leaving: openedPage(() => import('../features/leaving/leaving-page.tsx'), 'LeavingPage'),
  doubles: openedPage(() => import('../features/merges/doubles-page.tsx'), 'DoublesPage'),
  merge: openedPage(() => import('../features/merges/merge-page.tsx'), 'MergePage'),
  mine: openedPage(() => import('../features/mine/mine-page.tsx'), 'MinePage'),
  people: openedPage(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
  person: openedPage(() => import('../features/people/person-page.tsx'), 'PersonPage'),
  units: openedPage(() => import('../features/units/units-page.tsx'), 'UnitsPage'),
  branches: openedPage(() => import('../features/branches/branches-page.tsx'), 'BranchesPage'),
  programme: openedPage(() => import('../features/programme/programme-page.tsx'), 'ProgrammePage'),
  kinds: openedPage(() => import('../features/register/kinds-page.tsx'), 'KindsPage'),
  kind: openedPage(() => import('../features/register/kind-page.tsx'), 'KindPage'),
  newFact: openedPage(() => import('../features/register/new-fact-page.tsx'), 'NewFactPage'),
  fact: openedPage(() => import('../features/register/fact-page.tsx'), 'FactPage'),
  settings: openedPage(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
  setting: openedPage(() => import('../features/settings/setting-page.tsx'), 'SettingPage'),
  today: lazyRouteComponent(() => import('../features/today/today-page.tsx'), 'TodayPage'),
};

const pages = [
  createRoute({
    getParentRoute,
    path: '/',
    component: page.today,
    validateSearch: readListSearch,
    // The list of duties was here: what is kept of its addresses still finds it.
    beforeLoad: ({ search }) => {
      if (Object.keys(search).length > 0) throw redirect({ to: '/duties', search, replace: true });
    },
  }),
  createRoute({ getParentRoute, path: '/duties', component: page.duties, validateSearch: readListSearch }),
  createRoute({ getParentRoute, path: '/duty', component: page.duty, validateSearch: readDutyKey }),
  createRoute({ getParentRoute, path: '/acts', component: page.acts }),
  createRoute({ getParentRoute, path: '/as-of', component: page.asOf, validateSearch: readAsOfSearch }),
  createRoute({ getParentRoute, path: '/enter', component: page.enter }),
  createRoute({ getParentRoute, path: '/sign-in/oidc', component: page.oidcReturn }),
  createRoute({ getParentRoute, path: '/forms', component: page.forms }),
  createRoute({ getParentRoute, path: '/forms/return', component: page.returnForm }),
  createRoute({ getParentRoute, path: '/forms/$form', component: page.template }),
  createRoute({ getParentRoute, path: '/handovers', component: page.handovers }),
  createRoute({ getParentRoute, path: '/import', component: page.import }),
  createRoute({ getParentRoute, path: '/import/$id', component: page.run }),
  createRoute({ getParentRoute, path: '/jobs', component: page.jobs }),
  createRoute({ getParentRoute, path: '/law', component: page.law }),
  createRoute({ getParentRoute, path: '/law/compare', component: page.compare, validateSearch: readCompareSearch }),
  createRoute({ getParentRoute, path: '/law/conflicts', component: page.conflicts }),
  createRoute({ getParentRoute, path: '/law/impact', component: page.impact, validateSearch: readImpactSearch }),
  createRoute({ getParentRoute, path: '/law/$edition', component: page.edition }),
  createRoute({ getParentRoute, path: '/law/$edition/$clause', component: page.clause }),
  createRoute({ getParentRoute, path: '/journal', component: page.journal }),
  createRoute({ getParentRoute, path: '/journal/$id', component: page.entry }),
  createRoute({ getParentRoute, path: '/mine', component: page.mine }),
  createRoute({ getParentRoute, path: '/people', component: page.people, validateSearch: readPeopleSearch }),
  createRoute({ getParentRoute, path: '/people/doubles', component: page.doubles }),
  createRoute({ getParentRoute, path: '/people/merge', component: page.merge, validateSearch: readMergeSearch }),
  createRoute({ getParentRoute, path: '/people/$id', component: page.person }),
  createRoute({ getParentRoute, path: '/people/$id/leaving', component: page.leaving }),
  createRoute({ getParentRoute, path: '/units', component: page.units, validateSearch: readNamedSearch }),
  createRoute({ getParentRoute, path: '/branches', component: page.branches, validateSearch: readNamedSearch }),
  createRoute({ getParentRoute, path: '/programme', component: page.programme, validateSearch: readProgrammeSearch }),
  createRoute({ getParentRoute, path: '/register', component: page.kinds }),
  createRoute({ getParentRoute, path: '/register/$kind', component: page.kind }),
  createRoute({ getParentRoute, path: '/register/$kind/new', component: page.newFact }),
  createRoute({ getParentRoute, path: '/register/$kind/facts/$id', component: page.fact }),
  createRoute({ getParentRoute, path: '/settings', component: page.settings }),
  createRoute({ getParentRoute, path: '/settings/$name', component: page.setting }),
];

export const router = createRouter({
  routeTree: root.addChildren(pages),
  scrollRestoration: true,
  defaultPreload: 'intent',
});
