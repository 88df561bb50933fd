import type { Day, Instant } from '@sallyport/core/calendar';
import type { Bilingual, Law } from '@sallyport/core/law';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import type { Press } from '../../platform/paper/press.ts';
import type { OwnDuty } from '../duties/index.ts';
import type { FilesRoom } from '../files/index.ts';
import type { Links } from './certificate/links.ts';
import type { Courses } from './courses.ts';
import type { Door } from './package/door.ts';

/** The head of the organisation's log: printed on every certificate, it lies outside from then on (DECISIONS 9). */
export type Head = { readonly origin: string; readonly size: number; readonly root: string };

export type EducationParts = {
  readonly database: Pick<Database, 'inOrganisation'>;
  readonly ids: { readonly uuid: () => string; readonly salt: () => Buffer };
  readonly dayOf: (instant: Instant) => Day;
  readonly law: Pick<Law, 'rules' | 'clauses'>;
  readonly courses: Courses;
  readonly clauseName: (clause: string) => Bilingual;
  readonly links: Links;
  /** Packages that come in, as files. */
  readonly papers: Pick<FilesRoom, 'peek' | 'keep'>;
  readonly door: Door;
  readonly post: PostPort;
  readonly press: Pick<Press, 'print'>;
  /** Where the program is reached: before the path of a link on paper. */
  readonly origin: () => string;
  readonly head: (tx: Transaction) => Promise<Head | null>;
  /** Duties of those rules that somebody has to act on and that are open. */
  readonly openDuties: (
    tx: Transaction,
    person: string,
    rules: readonly string[],
    today: Day,
  ) => Promise<readonly OwnDuty[]>;
};
