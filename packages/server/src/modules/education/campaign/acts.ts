import { formatDay } from '@sallyport/core/calendar';
import { hasClassifiedMark } from '@sallyport/core/facts';
import { type Context, type ImplementedAction, implementAction } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { readersOf } from '../../duties/index.ts';
import { kindNamed, ownOrganisation, requireFact, writeFact } from '../../register/index.ts';
import * as contract from '../contract.ts';
import { installedCourse } from '../own.ts';
import type { EducationParts } from '../parts.ts';
import { isTopic } from '../topic-names.ts';
import { wholeOrganisation } from '../whole-organisation.ts';
import { askedOf, unitsOf } from './asked.ts';
import { nextToRemind } from './stand-store.ts';
import * as store from './store.ts';

/** Letters of one transaction. */
const atOnce = 200;

async function inState(tx: Transaction, id: string, state: store.Campaign['state']): Promise<store.Campaign> {
  const found = (await store.lockCampaign(tx, id)) ?? refuse('request.not-found');
  return found.state === state ? found : refuse('education.campaign-not-so');
}

const entryOf = (campaign: string, fields: Readonly<Record<string, unknown>> = {}) => ({
  subject: `campaign/${campaign}`,
  fields,
});

export const implementCampaignActs = ({
  ids,
  courses,
  post,
}: Pick<EducationParts, 'ids' | 'courses' | 'post'>): ImplementedAction[] => [
  implementAction(contract.planCampaign, {
    place: wholeOrganisation,
    async handle({ tx, actor, now }, { title, topics, courses: chosen, units, people, ...days }) {
      if (hasClassifiedMark(title)) refuse('register.classified-mark');
      if (topics.some((topic) => !isTopic(topic))) refuse('education.no-such-topic');
      const ofCourses = chosen.flatMap((id) => installedCourse(courses, id).course.topics);
      const all = [...new Set([...topics, ...ofCourses])];
      if (all.length === 0) refuse('education.campaign-of-nothing');
      if (days.until < days.from) refuse('education.campaign-ends-first');
      for (const id of units) await requireFact(tx, actor, { kind: 'unit', id }, 'read');
      for (const id of people) await requireFact(tx, actor, { kind: 'person', id }, 'read');
      const id = ids.uuid();
      const given = { id, title, topics: all, courses: chosen, units, people, ...days };
      await store.insertCampaign(tx, { ...given, at: new Date(now / 1000), account: actor.account });
      const fields = { title, topics: all, courses: chosen, units, people: people.length, ...days };
      return { output: { campaign: id }, entry: entryOf(id, fields) };
    },
  }),
  implementAction(contract.startCampaign, {
    place: wholeOrganisation,
    async handle(context, { campaign: id }) {
      const { tx, today } = context;
      const campaign = await inState(tx, id, 'draft');
      const day = formatDay(today);
      if (campaign.until < day) refuse('education.campaign-over');
      const units = await unitsOf(tx, campaign);
      const addressed = await store.addressEverybody(tx, id, { units, people: campaign.people }, day);
      if (addressed === 0) refuse('education.campaign-for-nobody');
      await store.setState(tx, id, 'running', day);
      if (campaign.educationDay) await publish(context, ids, campaign, day);
      return { output: { campaign: id, addressed }, entry: entryOf(id, { addressed }) };
    },
  }),
  implementAction(contract.remindOfCampaign, {
    place: wholeOrganisation,
    async handle(context, { campaign: id, after }) {
      const { tx, today, scope } = context;
      const campaign = await inState(tx, id, 'running');
      const day = formatDay(today);
      // Before and after its days there is nothing on their page to do.
      if (day < campaign.from || day > campaign.until) refuse('education.campaign-not-now');
      const people = await nextToRemind(tx, await askedOf(tx, campaign, scope, today), after, atOnce);
      const readers = await readersOf(tx, people);
      const reminded: string[] = [];
      for (const [person, account] of readers)
        if (await post.write(context, { account, template: 'to-do', page: '/education' })) reminded.push(person);
      await store.setReminded(tx, id, reminded, day);
      const letters = reminded.length;
      const next = people.length === atOnce ? (people.at(-1) ?? null) : null;
      return {
        output: { letters, withoutAddress: people.length - letters, next },
        entry: entryOf(id, { letters }),
      };
    },
  }),
  implementAction(contract.closeCampaign, {
    place: wholeOrganisation,
    async handle({ tx, today }, { campaign: id }) {
      await inState(tx, id, 'running');
      await store.setState(tx, id, 'closed', formatDay(today));
      return { output: { campaign: id }, entry: entryOf(id) };
    },
  }),
  implementAction(contract.discardCampaign, {
    place: wholeOrganisation,
    async handle({ tx }, { campaign: id }) {
      await inState(tx, id, 'draft');
      await store.removeCampaign(tx, id);
      return { output: { campaign: id }, entry: entryOf(id) };
    },
  }),
];

/** What the organisation's own policy asks for on the day is a fact of publicity; whom it reached is what the campaign says. */
async function publish(
  context: Context,
  ids: EducationParts['ids'],
  { title, everybody }: store.Campaign,
  day: string,
): Promise<void> {
  const organisation = (await ownOrganisation(context.tx))?.id;
  if (organisation === undefined) return;
  const fields = { organisation, topic: 'education-day', publishedOn: day, where: title, toAllStaff: everybody };
  await writeFact(context, kindNamed('publicityRecord'), ids.uuid(), fields);
}
