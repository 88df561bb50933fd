import type { Action, Query } from '@sallyport/core/contract';
import * as advisories from '@sallyport/server/contracts/advisories';
import * as briefing from '@sallyport/server/contracts/briefing';
import * as devices from '@sallyport/server/contracts/devices';
import * as duties from '@sallyport/server/contracts/duties';
import * as education from '@sallyport/server/contracts/education';
import * as files from '@sallyport/server/contracts/files';
import * as forms from '@sallyport/server/contracts/forms';
import * as identity from '@sallyport/server/contracts/identity';
import * as imports from '@sallyport/server/contracts/imports';
import * as jobs from '@sallyport/server/contracts/jobs';
import * as journal from '@sallyport/server/contracts/journal';
import * as law from '@sallyport/server/contracts/law';
import * as ledgers from '@sallyport/server/contracts/ledgers';
import * as notices from '@sallyport/server/contracts/notices';
import * as organisation from '@sallyport/server/contracts/organisation';
import * as people from '@sallyport/server/contracts/people';
import * as privacy from '@sallyport/server/contracts/privacy';
import * as register from '@sallyport/server/contracts/register';
import * as trips from '@sallyport/server/contracts/trips';

type Deed = Pick<Action | Query, 'name' | 'effect' | 'summary'>;

/** Every action and query of the program, and what its contract calls it. The built console has the answer and no contract of it (vite.config.ts). */
export const deeds: readonly Deed[] = [
  advisories,
  briefing,
  devices,
  duties,
  education,
  files,
  forms,
  identity,
  imports,
  jobs,
  journal,
  law,
  ledgers,
  notices,
  organisation,
  people,
  privacy,
  register,
  trips,
].flatMap((room) =>
  Object.values<unknown>(room)
    .filter(isDeed)
    .map(({ name, effect, summary }) => ({ name, effect, summary })),
);

function isDeed(value: unknown): value is Deed {
  return typeof value === 'object' && value !== null && 'effect' in value && 'summary' in value;
}
