import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readDevicesSearch } from '../features/devices/search.ts';
import { readAsOfSearch, readDutySearch, readListSearch } from '../features/duties/search.ts';
import { readPrintsSearch } from '../features/forms/prints-search.ts';
import { readImpactSearch } from '../features/impact/search.ts';
import { readJournalSearch } from '../features/journal/search.ts';
import { readCompareSearch } from '../features/law/compare-search.ts';
import { readLawSearch } from '../features/law/search.ts';
import { readLeavingsSearch } from '../features/leaving/search.ts';
import { readMergeSearch } from '../features/merges/search.ts';
import { readPeopleSearch } from '../features/people/search.ts';
import { readProgrammeSearch } from '../features/programme/search.ts';
import { readSettingsSearch } from '../features/settings/search.ts';
import { readNewTripSearch, readTripsSearch } from '../features/trips/search.ts';
import { readFoundSearch, readNamedSearch } from '../ui/list-search.ts';
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
  advisories: openedPage(() => import('../features/advisories/advisories-page.tsx'), 'AdvisoriesPage'),
  newAdvisory: openedPage(() => import('../features/advisories/new-advisory-page.tsx'), 'NewAdvisoryPage'),
  advisory: openedPage(() => import('../features/advisories/advisory-page.tsx'), 'AdvisoryPage'),
  briefing: openedPage(() => import('../features/briefing/briefing-page.tsx'), 'BriefingPage'),
  briefingBlock: openedPage(() => import('../features/briefing/block-page.tsx'), 'BlockPage'),
  acts: openedPage(() => import('../features/acts/acts-page.tsx'), 'ActsPage'),
  duties: openedPage(() => import('../features/duties/duties-page.tsx'), 'DutiesPage'),
  asOf: openedPage(() => import('../features/duties/as-of-page.tsx'), 'AsOfPage'),
  duty: openedPage(() => import('../features/duties/duty-page.tsx'), 'DutyPage'),
  education: openedPage(() => import('../features/education/education-page.tsx'), 'EducationPage'),
  educationCoverage: openedPage(() => import('../features/education/coverage-page.tsx'), 'CoveragePage'),
  educationTopic: openedPage(() => import('../features/education/topic-page.tsx'), 'TopicPage'),
  educationCampaigns: openedPage(() => import('../features/education/campaigns-page.tsx'), 'CampaignsPage'),
  educationCampaign: openedPage(() => import('../features/education/campaign-page.tsx'), 'CampaignPage'),
  sessions: openedPage(() => import('../features/education/sessions-page.tsx'), 'SessionsPage'),
  session: openedPage(() => import('../features/education/session-page.tsx'), 'SessionPage'),
  packages: openedPage(() => import('../features/education/packages-page.tsx'), 'PackagesPage'),
  learningPackage: openedPage(() => import('../features/education/package-page.tsx'), 'PackagePage'),
  tryPackage: openedPage(() => import('../features/education/try-package-page.tsx'), 'TryPackagePage'),
  play: openedPage(() => import('../features/education/play-page.tsx'), 'PlayPage'),
  exemptions: openedPage(() => import('../features/education/exemptions-page.tsx'), 'ExemptionsPage'),
  course: openedPage(() => import('../features/education/course-page.tsx'), 'CoursePage'),
  lesson: openedPage(() => import('../features/education/lesson-page.tsx'), 'LessonPage'),
  paper: openedPage(() => import('../features/education/paper-page.tsx'), 'PaperPage'),
  result: openedPage(() => import('../features/education/result-page.tsx'), 'ResultPage'),
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
  prints: openedPage(() => import('../features/forms/prints-page.tsx'), 'PrintsPage'),
  leavings: openedPage(() => import('../features/leaving/leavings-page.tsx'), 'LeavingsPage'),
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
  devices: openedPage(() => import('../features/devices/devices-page.tsx'), 'DevicesPage'),
  device: openedPage(() => import('../features/devices/device-page.tsx'), 'DevicePage'),
  trips: openedPage(() => import('../features/trips/trips-page.tsx'), 'TripsPage'),
  newTrip: openedPage(() => import('../features/trips/new-trip-page.tsx'), 'NewTripPage'),
  tripHolders: openedPage(() => import('../features/trips/holders-page.tsx'), 'HoldersPage'),
  trip: openedPage(() => import('../features/trips/trip-page.tsx'), 'TripPage'),
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
  createRoute({ getParentRoute, path: '/duty', component: page.duty, validateSearch: readDutySearch }),
  createRoute({ getParentRoute, path: '/acts', component: page.acts }),
  createRoute({ getParentRoute, path: '/advisories', component: page.advisories }),
  createRoute({ getParentRoute, path: '/advisories/new', component: page.newAdvisory }),
  createRoute({ getParentRoute, path: '/advisories/$id', component: page.advisory }),
  createRoute({ getParentRoute, path: '/as-of', component: page.asOf, validateSearch: readAsOfSearch }),
  createRoute({ getParentRoute, path: '/education', component: page.education }),
  createRoute({ getParentRoute, path: '/education/paper/$attempt', component: page.paper }),
  createRoute({ getParentRoute, path: '/education/result/$attempt', component: page.result }),
  createRoute({ getParentRoute, path: '/education/coverage', component: page.educationCoverage }),
  createRoute({ getParentRoute, path: '/education/coverage/$topic', component: page.educationTopic }),
  createRoute({ getParentRoute, path: '/education/campaigns', component: page.educationCampaigns }),
  createRoute({ getParentRoute, path: '/education/campaigns/$campaign', component: page.educationCampaign }),
  createRoute({ getParentRoute, path: '/education/sessions', component: page.sessions }),
  createRoute({ getParentRoute, path: '/education/sessions/$session', component: page.session }),
  createRoute({ getParentRoute, path: '/education/exemptions', component: page.exemptions }),
  createRoute({ getParentRoute, path: '/education/packages', component: page.packages }),
  createRoute({ getParentRoute, path: '/education/packages/$package', component: page.learningPackage }),
  createRoute({ getParentRoute, path: '/education/packages/$package/try', component: page.tryPackage }),
  createRoute({ getParentRoute, path: '/education/play/$package', component: page.play }),
  createRoute({ getParentRoute, path: '/education/$course', component: page.course }),
  createRoute({ getParentRoute, path: '/education/$course/lessons/$lesson', component: page.lesson }),
  createRoute({ getParentRoute, path: '/enter', component: page.enter }),
  createRoute({ getParentRoute, path: '/sign-in/oidc', component: page.oidcReturn }),
  createRoute({ getParentRoute, path: '/forms', component: page.forms }),
  createRoute({ getParentRoute, path: '/forms/return', component: page.returnForm }),
  createRoute({ getParentRoute, path: '/forms/prints', component: page.prints, validateSearch: readPrintsSearch }),
  createRoute({ getParentRoute, path: '/forms/$form', component: page.template }),
  createRoute({ getParentRoute, path: '/handovers', component: page.handovers }),
  createRoute({ getParentRoute, path: '/import', component: page.import }),
  createRoute({ getParentRoute, path: '/import/$id', component: page.run }),
  createRoute({ getParentRoute, path: '/jobs', component: page.jobs }),
  createRoute({ getParentRoute, path: '/law', component: page.law, validateSearch: readLawSearch }),
  createRoute({ getParentRoute, path: '/law/compare', component: page.compare, validateSearch: readCompareSearch }),
  createRoute({ getParentRoute, path: '/law/conflicts', component: page.conflicts }),
  createRoute({ getParentRoute, path: '/law/impact', component: page.impact, validateSearch: readImpactSearch }),
  createRoute({ getParentRoute, path: '/law/$edition', component: page.edition, validateSearch: readLawSearch }),
  createRoute({ getParentRoute, path: '/law/$edition/$clause', component: page.clause, validateSearch: readLawSearch }),
  createRoute({ getParentRoute, path: '/journal', component: page.journal, validateSearch: readJournalSearch }),
  createRoute({ getParentRoute, path: '/journal/$id', component: page.entry }),
  createRoute({ getParentRoute, path: '/mine', component: page.mine }),
  createRoute({ getParentRoute, path: '/people', component: page.people, validateSearch: readPeopleSearch }),
  createRoute({ getParentRoute, path: '/people/doubles', component: page.doubles }),
  createRoute({
    getParentRoute,
    path: '/people/leaving',
    validateSearch: readLeavingsSearch,
    component: page.leavings,
  }),
  createRoute({ getParentRoute, path: '/people/merge', component: page.merge, validateSearch: readMergeSearch }),
  createRoute({ getParentRoute, path: '/people/$id', component: page.person }),
  createRoute({ getParentRoute, path: '/people/$id/leaving', component: page.leaving }),
  createRoute({ getParentRoute, path: '/devices', component: page.devices, validateSearch: readDevicesSearch }),
  createRoute({ getParentRoute, path: '/devices/$id', component: page.device }),
  createRoute({ getParentRoute, path: '/trips', component: page.trips, validateSearch: readTripsSearch }),
  createRoute({ getParentRoute, path: '/trips/new', component: page.newTrip, validateSearch: readNewTripSearch }),
  createRoute({ getParentRoute, path: '/trips/holders', component: page.tripHolders }),
  createRoute({ getParentRoute, path: '/trips/$id', component: page.trip }),
  createRoute({ getParentRoute, path: '/trips/$id/briefing/$traveller', component: page.briefing }),
  createRoute({ getParentRoute, path: '/trips/$id/briefing/$traveller/$block', component: page.briefingBlock }),
  createRoute({ getParentRoute, path: '/units', component: page.units, validateSearch: readNamedSearch }),
  createRoute({ getParentRoute, path: '/branches', component: page.branches, validateSearch: readNamedSearch }),
  createRoute({ getParentRoute, path: '/programme', component: page.programme, validateSearch: readProgrammeSearch }),
  createRoute({ getParentRoute, path: '/register', component: page.kinds, validateSearch: readFoundSearch }),
  createRoute({ getParentRoute, path: '/register/$kind', component: page.kind, validateSearch: readFoundSearch }),
  createRoute({ getParentRoute, path: '/register/$kind/new', component: page.newFact }),
  createRoute({ getParentRoute, path: '/register/$kind/facts/$id', component: page.fact }),
  createRoute({ getParentRoute, path: '/settings', component: page.settings, validateSearch: readSettingsSearch }),
  createRoute({ getParentRoute, path: '/settings/$name', component: page.setting }),
];

export const router = createRouter({
  routeTree: root.addChildren(pages),
  scrollRestoration: true,
  defaultPreload: 'intent',
});
