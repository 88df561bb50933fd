import type { Day, Instant, WorkingDays } from '@sallyport/core/calendar';
import type { Law } from '@sallyport/core/law';
import { declaredTables } from './declared-tables.ts';
import { type Advisories, advisedOn, createAdvisories, noticesOfPerson, realign } from './modules/advisories/index.ts';
import { briefingRoom, briefingsOfPerson, createLibrary } from './modules/briefing/index.ts';
import { devicesOfPerson, devicesRoom, followTrip } from './modules/devices/index.ts';
import { checkDays, createDuties, type Duties, wordsOfDay } from './modules/duties/index.ts';
import {
  createCourses,
  createDoor,
  createGivePackage,
  createLinks,
  createVerify,
  educationRoom,
  expectedAt,
  type GivePackage,
  learningOfPerson,
  packageActs,
} from './modules/education/index.ts';
import { eraseFilesOfSubjects, type FilesRoom, filesRoom } from './modules/files/index.ts';
import { formsRoom } from './modules/forms/index.ts';
import {
  accountsOfPerson,
  closeAccountsOfPerson,
  createActingFor,
  createIdentity,
  endTokensUnder,
  type Identity,
  leadsOfUnits,
  officersOver,
} from './modules/identity/index.ts';
import { createImports, type Imports } from './modules/imports/index.ts';
import { jobsRoom } from './modules/jobs/index.ts';
import { createJournal, eraseValuesOfPersons, eraseValuesOfSubjects, type Journal } from './modules/journal/index.ts';
import { createLawOf, createLawRoom } from './modules/law/index.ts';
import { createLedgers } from './modules/ledgers/index.ts';
import { createNotices, type Notices } from './modules/notices/index.ts';
import { organisationRoom } from './modules/organisation/index.ts';
import { handedAfter, keptInstead, linesOf, mergedInto, type People, peopleRoom } from './modules/people/index.ts';
import { createPrivacy, type Privacy, requireHandover, shownTo } from './modules/privacy/index.ts';
import { registerRoom } from './modules/register/index.ts';
import {
  createHeldJourneys,
  createJourneys,
  createResettle,
  createSight,
  endHoldersOf,
  type TripParts,
  tripInRoom,
  tripsOfPerson,
  tripsRoom,
} from './modules/trips/index.ts';
import type { Actor } from './platform/actions/actor.ts';
import type { Room } from './platform/actions/implement.ts';
import type { ClockPort, JobsPort } from './platform/actions/ports.ts';
import type { Config } from './platform/config/config.ts';
import type { Database } from './platform/database/database.ts';
import type { Files } from './platform/files/files.ts';
import type { Ids } from './platform/ids/ids.ts';
import type { Press } from './platform/paper/press.ts';
import { readCodes } from './platform/paper/read-codes.ts';
import type { Secrets } from './platform/secrets/secrets.ts';
import type { Reached } from './platform/steps/steps.ts';
import type { Phrase } from './platform/words/words.ts';

export type RoomParts = {
  readonly database: Database;
  readonly clock: ClockPort;
  readonly ids: Ids;
  readonly dayOf: (instant: Instant) => Day;
  /** Minutes east of UTC of the installation's seat. */
  readonly offset: number;
  readonly law: Law;
  readonly calendars: ReadonlyMap<string, WorkingDays>;
  readonly jobs: JobsPort;
  readonly files: Pick<Files, 'keep' | 'read' | 'remove'>;
  /** For what is printed. */
  readonly press: Pick<Press, 'print'>;
  readonly secrets: Pick<Secrets, 'installationId' | 'journalKey' | 'keyEncryptionKey' | 'tokenPepper'>;
  /** Where the console is served; the first is where passkeys and the provider's answers belong. */
  readonly origins: () => readonly string[];
  readonly oidc: Config['oidc'];
  /** Whether letters can leave by mail. */
  readonly mailServer: boolean;
  /** Whether an action or a query of this name is there. */
  readonly knows: (name: string) => boolean;
  readonly showsPerson: (name: string) => boolean;
  /** Asks a query by its name, as somebody. */
  readonly askNamed: (name: string, input: unknown, actor: Actor) => Promise<unknown>;
  readonly recordFault: (error: unknown) => void;
  readonly reached?: Reached | undefined;
};

export type Rooms = {
  readonly advisories: Advisories;
  readonly journal: Journal;
  readonly duties: Duties;
  readonly evidence: FilesRoom;
  readonly identity: Identity;
  readonly imports: Imports;
  readonly notices: Notices;
  readonly people: People;
  readonly privacy: Privacy;
  /** What a stranger with the link of a certificate is told. */
  readonly verify: ReturnType<typeof createVerify>;
  /** What a calendar program is told under the address of a feed. */
  readonly readFeed: (address: string) => Promise<string | null>;
  /** A package of a course, under the address it was opened at. */
  readonly givePackage: GivePackage;
  readonly rooms: readonly Room[];
};

/** Every room of the program with what it needs of the others: for the program, and for tests that ask all of it. */
export function createRooms(parts: RoomParts): Rooms {
  const {
    database,
    clock,
    ids,
    dayOf,
    offset,
    law,
    calendars,
    jobs,
    secrets,
    origins,
    oidc,
    mailServer,
    knows,
    showsPerson,
    recordFault,
    reached,
  } = parts;
  const journal = createJournal({
    database,
    clock,
    ids,
    dayOf,
    installation: secrets.installationId,
    key: secrets.journalKey,
    checkDays: async (tx, closings) => (await checkDays(tx, closings, offset)).map(wordsOfDay),
    recordFault,
    reached,
  });
  const origin = () => origins()[0] ?? '';
  const notices = createNotices({ ids, sealingKey: secrets.keyEncryptionKey, origin, mailServer });
  const duties = createDuties({
    ids,
    post: notices.post,
    law,
    calendars,
    jobs,
    dayOf,
    offset,
    database,
    journal: journal.port,
    salt: ids.salt,
    reached,
  });
  const ofLaw = createLawRoom(law, { ...duties, ids, post: notices.post, lawOf: createLawOf(law) });
  const privacy = createPrivacy({
    ids,
    post: notices.post,
    clock,
    dayOf,
    law,
    tables: declaredTables,
    mergedInto,
    accountsOf: accountsOfPerson,
    closeAccounts: closeAccountsOfPerson,
    endTokensUnder,
    values: {
      eraseOfSubjects: async (tx, subjects) =>
        (await eraseValuesOfSubjects(tx, subjects)) + (await eraseFilesOfSubjects(tx, subjects)),
      eraseOfPersons: eraseValuesOfPersons,
    },
  });
  const evidence = filesRoom({
    database,
    clock,
    files: parts.files,
    sealingKey: secrets.keyEncryptionKey,
    noteErased: privacy.noteErased,
  });
  const trips: TripParts = {
    ids,
    law,
    post: notices.post,
    accountsOf: accountsOfPerson,
    officersOver,
    papers: evidence,
    dutiesOf: duties.ofSubjects,
    daysOf: duties.settingOn,
    planChanged: realign,
    followed: followTrip,
  };
  const advisories = createAdvisories({
    ids,
    post: notices.post,
    accountsOf: accountsOfPerson,
    officersOver,
    seesTrip: createSight(trips),
  });
  const identity = createIdentity({
    database,
    clock,
    ids,
    pepper: secrets.tokenPepper,
    sealingKey: secrets.keyEncryptionKey,
    origins,
    oidc,
    knows,
    showsPerson,
    concerned: shownTo,
    requireHandover,
    post: notices.post,
    acts: { ...duties.acts, ...ofLaw.acts, ...privacy.acts, ...advisories.acts, ...packageActs },
  });
  const ruleTitle = (id: string): Phrase | null => law.rules.find((rule) => rule.id === id)?.title ?? null;
  const rulesOnPersons = law.rules.filter(({ subject }) => subject === 'person').map(({ id }) => id);
  const people = peopleRoom({
    ids,
    dayOf,
    ruleTitle,
    rulesOnPersons,
    joined: createResettle(trips),
    decidesNoMore: endHoldersOf,
    rowsOfPersons: [
      ...learningOfPerson,
      ...tripsOfPerson,
      ...briefingsOfPerson,
      ...noticesOfPerson,
      ...devicesOfPerson,
    ],
  });
  const imports = createImports({
    database,
    clock,
    ids,
    offset,
    takeUpload: evidence.take,
    peekUpload: evidence.peek,
    actingFor: createActingFor(clock),
  });
  const links = createLinks(secrets.tokenPepper);
  const verify = createVerify({ database, clock, dayOf, links });
  const readFeed = notices.readFeed({ database, clock, dayOf });
  const door = createDoor(secrets.keyEncryptionKey, clock);
  const givePackage = createGivePackage({ database, door, bytesOf: evidence.bytesOf });
  const education = educationRoom({
    database,
    ids,
    dayOf,
    law,
    courses: createCourses(law),
    links,
    papers: evidence,
    door,
    press: parts.press,
    origin,
    head: journal.head,
    openDuties: duties.openOf,
    post: notices.post,
  });
  const forms = formsRoom({
    database,
    dayOf,
    offset,
    ids,
    press: parts.press,
    readCodes,
    peekUpload: evidence.peek,
    addEvidence: evidence.add,
    expectedAt,
    leaving: { handedAfter, lines: (tx, leaving, limit) => linesOf(tx, ruleTitle, leaving, limit) },
    ruleTitle,
  });
  const ledgers = createLedgers({
    database,
    clock,
    dayOf,
    offset,
    ids,
    press: parts.press,
    ask: parts.askNamed,
    actionSaid: (name) => summaries.get(name) ?? null,
  });
  const rooms = [
    organisationRoom({ offset, law }),
    identity,
    ofLaw,
    duties.room,
    registerRoom({
      ids,
      leadsOf: leadsOfUnits,
      inRoom: tripInRoom,
      isMerged: async (tx, kind, id) => kind === 'person' && (await keptInstead(tx, [id])).size > 0,
    }),
    people,
    imports,
    jobsRoom(),
    notices.room,
    evidence,
    forms,
    education,
    privacy.room,
    journal.room,
    ledgers,
    tripsRoom(trips),
    devicesRoom({
      ids,
      daysOf: duties.settingOn,
      journeyHeld: createHeldJourneys(trips),
      journeyOf: createJourneys(trips),
    }),
    advisories.room,
    briefingRoom({ ids, law, library: createLibrary(law), dutiesOf: duties.ofSubjects, advisedOn }),
  ];
  const summaries = new Map<string, Phrase>(
    rooms.flatMap(({ actions }) => actions).map(({ contract }) => [contract.name, contract.summary]),
  );
  return {
    advisories,
    journal,
    duties,
    evidence,
    identity,
    imports,
    notices,
    people,
    privacy,
    verify,
    readFeed,
    givePackage,
    rooms,
  };
}
