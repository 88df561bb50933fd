import { type Law, officialLine } from '@sallyport/core/law';
import { implementAction, implementQuery, type Room } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { ownOrganisation } from '../register/index.ts';
import { aboutOrganisation, openOrganisation } from './contract.ts';
import { insertTenant, isDemo } from './store.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { listTenants, routingOf, type Tenant } from './store.ts';

/** Where the data of all organisations sits, until the first has said so. */
export const seatOfInstallation = 'cn';

/** What clocks show there; of named zones only where people are told something by the clock. */
export const zoneOfInstallation = 'Asia/Shanghai';

/** The organisations of the installation; all of one seat (PEOPLE.md, "Going out of the house"). */
export function organisationRoom({ offset, law }: { readonly offset: number; readonly law: Law }): Room {
  return {
    actions: [
      implementAction(openOrganisation, {
        async handle({ tx, now }, { routing, demo }) {
          const opened = await insertTenant(tx, { org: tx.org, routing, demo }, new Date(now / 1000));
          if (!opened) refuse('organisation.there-already');
          return {
            output: { organisation: tx.org },
            entry: { subject: `organisation/${tx.org}`, fields: { demo } },
          };
        },
      }),
    ],
    queries: [
      implementQuery(aboutOrganisation, {
        async answer({ tx }) {
          const line = officialLine(law, (await ownOrganisation(tx))?.seat ?? seatOfInstallation);
          const shown = line === null ? null : { name: line.name, phone: line.phone, site: line.site ?? null };
          return { output: { demo: await isDemo(tx), offset, line: shown } };
        },
      }),
    ],
    words: { zh, en },
  };
}
