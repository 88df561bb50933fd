import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { DutiesPage } from '../features/duties/duties-page.tsx';
import { DutyPage } from '../features/duties/duty-page.tsx';
import { readDutyKey, readListSearch } from '../features/duties/search.ts';
import { JobsPage } from '../features/jobs/jobs-page.tsx';
import { EntryPage } from '../features/journal/entry-page.tsx';
import { JournalPage } from '../features/journal/journal-page.tsx';
import { ClausePage } from '../features/law/clause-page.tsx';
import { ComparePage } from '../features/law/compare-page.tsx';
import { readCompareSearch } from '../features/law/compare-search.ts';
import { ConflictsPage } from '../features/law/conflicts-page.tsx';
import { EditionPage } from '../features/law/edition-page.tsx';
import { LawPage } from '../features/law/law-page.tsx';
import { MinePage } from '../features/mine/mine-page.tsx';
import { ProgrammePage } from '../features/programme/programme-page.tsx';
import { readProgrammeSearch } from '../features/programme/search.ts';
import { FactPage } from '../features/register/fact-page.tsx';
import { KindPage } from '../features/register/kind-page.tsx';
import { KindsPage } from '../features/register/kinds-page.tsx';
import { NewFactPage } from '../features/register/new-fact-page.tsx';
import { EnterPage } from '../features/sign-in/enter-page.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { Gate } from './gate.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const root = createRootRoute({ component: Gate, notFoundComponent: NotFoundPage });

const pages = [
  createRoute({ getParentRoute: () => root, path: '/', component: DutiesPage, validateSearch: readListSearch }),
  createRoute({ getParentRoute: () => root, path: '/duty', component: DutyPage, validateSearch: readDutyKey }),
  createRoute({ getParentRoute: () => root, path: '/enter', component: EnterPage }),
  createRoute({ getParentRoute: () => root, path: '/jobs', component: JobsPage }),
  createRoute({ getParentRoute: () => root, path: '/journal', component: JournalPage }),
  createRoute({ getParentRoute: () => root, path: '/journal/$id', component: EntryPage }),
  createRoute({ getParentRoute: () => root, path: '/law', component: LawPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/law/compare',
    component: ComparePage,
    validateSearch: readCompareSearch,
  }),
  createRoute({ getParentRoute: () => root, path: '/law/conflicts', component: ConflictsPage }),
  createRoute({ getParentRoute: () => root, path: '/law/$edition', component: EditionPage }),
  createRoute({ getParentRoute: () => root, path: '/law/$edition/$clause', component: ClausePage }),
  createRoute({ getParentRoute: () => root, path: '/mine', component: MinePage }),
  createRoute({
    getParentRoute: () => root,
    path: '/programme',
    component: ProgrammePage,
    validateSearch: readProgrammeSearch,
  }),
  createRoute({ getParentRoute: () => root, path: '/register', component: KindsPage }),
  createRoute({ getParentRoute: () => root, path: '/register/$kind', component: KindPage }),
  createRoute({ getParentRoute: () => root, path: '/register/$kind/new', component: NewFactPage }),
  createRoute({ getParentRoute: () => root, path: '/register/$kind/facts/$id', component: FactPage }),
  createRoute({ getParentRoute: () => root, path: '/today', component: TodayPage }),
];

export const router = createRouter({ routeTree: root.addChildren(pages), scrollRestoration: true });
