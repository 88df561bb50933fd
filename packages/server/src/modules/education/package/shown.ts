import { formatDay } from '@sallyport/core/calendar';
import { rulesMetBy } from '@sallyport/core/courses';
import { type ImplementedQuery, implementQuery } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import * as contract from '../contract.ts';
import { ownPerson } from '../own.ts';
import type { EducationParts } from '../parts.ts';
import { validByTopic } from '../store/completed.ts';
import { topicName } from '../topic-names.ts';
import { waitingPackages } from './acts.ts';
import { lookRun } from './door.ts';
import { runsOf } from './run-store.ts';
import { entryOf } from './runs.ts';
import * as store from './store.ts';

const mostShown = 500;

const about = ({ id, title, topic, validMonths, counts }: store.Package) => ({
  package: id,
  title,
  topic,
  topicName: topicName(topic),
  validMonths,
  counts,
});

export const implementPackageQueries = ({
  law,
  door,
  dayOf,
  openDuties,
}: Pick<EducationParts, 'law' | 'door' | 'dayOf' | 'openDuties'>): ImplementedQuery[] => [
  implementQuery(contract.listPackages, {
    async answer({ tx, now }) {
      const waiting = await waitingPackages(tx, now);
      const found = await store.latestPackages(tx, mostShown);
      return {
        output: {
          packages: found.map((one) => ({
            ...about(one),
            standard: one.manifest.standard,
            named: one.manifest.title,
            sha256: one.sha256,
            state: one.state,
            broughtOn: formatDay(dayOf(one.madeAt.getTime() * 1000)),
            decidedOn: one.decidedOn,
            waits: waiting.has(one.id),
          })),
        },
      };
    },
  }),
  implementQuery(contract.tryPackage, {
    async answer({ tx }, { package: id }) {
      const found = (await store.packageOf(tx, id)) ?? refuse('request.not-found');
      if (found.state === 'withdrawn') refuse('education.package-not-so');
      const path = door.pathTo({ org: tx.org, package: id, run: null }) + entryOf(found.manifest);
      return { output: { run: lookRun, path, title: found.title } };
    },
  }),
  implementQuery(contract.myPackages, {
    async answer({ tx, actor, today }) {
      const person = ownPerson(actor);
      const packages = await store.packagesInForce(tx);
      const runs = await runsOf(tx, person);
      const valid = new Map((await validByTopic(tx, person, formatDay(today))).map((one) => [one.topic, one.until]));
      const met = new Map(packages.map(({ topic }) => [topic, rulesMetBy(law, [topic])]));
      const duties = await openDuties(tx, person, [...new Set([...met.values()].flat())], today);
      return {
        output: {
          packages: packages.map((one) => {
            const own = runs.filter((run) => run.package === one.id);
            const last = own.find(({ endedOn, counted }) => endedOn !== null || counted);
            const rules = met.get(one.topic) ?? [];
            return {
              ...about(one),
              underWay: own.some(({ endedOn, counted }) => endedOn === null && !counted),
              last: last === undefined ? null : { verb: last.verb, on: last.endedOn ?? last.begunOn },
              validUntil: valid.get(one.topic) ?? null,
              duties: duties
                .filter(({ rule }) => rules.includes(rule))
                .map(({ rule, title, due, status }) => ({ rule, title, due, overdue: status === 'overdue' })),
            };
          }),
        },
      };
    },
  }),
];
