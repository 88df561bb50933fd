import { type ImplementedQuery, implementQuery } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import * as contract from '../contract.ts';
import { readPlace, writePlace } from '../cursor.ts';
import { unitsByName } from '../overview/coverage-store.ts';
import { heldBack } from '../overview/hold-back.ts';
import type { EducationParts } from '../parts.ts';
import { topicName } from '../topic-names.ts';
import { askedOf } from './asked.ts';
import { type CountOfUnit, countStood, listStood, peopleOrder } from './stand-store.ts';
import { type Campaign, campaignOf, latestCampaigns } from './store.ts';

/** Less than the 36 months after which nobody is on record as addressed: a campaign is never shown as one of nobody. */
const shownFor = 3 * 365 * 86_400_000;

type Figures = Readonly<Record<'addressed' | contract.CampaignStanding, number | null>>;

const figures = ([addressed = 0, ...parts]: readonly (number | null)[]): Figures => ({
  addressed,
  ...(Object.fromEntries(
    contract.campaignStandings.map((standing, at) => [standing, at in parts ? (parts[at] ?? null) : 0]),
  ) as Record<contract.CampaignStanding, number | null>),
});

/** Of each unit and of all; who came since is a table of its own, as nothing adds up over both. */
function tablesOf(counts: readonly CountOfUnit[]) {
  const addressed = counts.filter(({ standing }) => standing !== 'joined');
  const units = [...new Set(addressed.map(({ unit }) => unit))];
  const sum = (all: readonly CountOfUnit[]): number => all.reduce((total, { persons }) => total + persons, 0);
  const table = heldBack(
    units.map((unit) =>
      contract.campaignStandings.map((standing) =>
        sum(addressed.filter((one) => one.unit === unit && one.standing === standing)),
      ),
    ),
  );
  const joined = counts.filter(({ standing }) => standing === 'joined');
  const [all = 0, completed = 0, open = 0] = heldBack([
    [true, false].map((done) => sum(joined.filter((one) => one.done === done))),
  ]).total;
  return {
    total: figures(table.total),
    units: new Map(units.map((unit, at) => [unit, figures(table.units[at] ?? [])])),
    joiners: { joined: all, completed, open },
  };
}

export function implementCampaignQueries({ courses }: Pick<EducationParts, 'courses'>): ImplementedQuery[] {
  const about = ({
    id,
    topics,
    courses: chosen,
    units: _units,
    people: _people,
    everybody: _everybody,
    ...campaign
  }: Campaign) => ({
    ...campaign,
    campaign: id,
    topics: topics.map((topic) => ({ topic, name: topicName(topic) })),
    courses: chosen.map((course) => ({
      course,
      title: courses.installed().get(course)?.course.title ?? { zh: course, en: course },
    })),
  });
  return [
    implementQuery(contract.listCampaigns, {
      async answer({ tx, now }) {
        const found = await latestCampaigns(tx, new Date(now / 1000 - shownFor));
        return { output: { campaigns: found.map(about) } };
      },
    }),
    implementQuery(contract.showCampaign, {
      async answer({ tx, scope, today }, { campaign: id, order }) {
        const campaign = (await campaignOf(tx, id)) ?? refuse('request.not-found');
        const none = { total: figures([]), units: new Map<string | null, Figures>(), joiners: noJoiners };
        const asked = await askedOf(tx, campaign, scope, today);
        const { total, units, joiners } = campaign.state === 'draft' ? none : tablesOf(await countStood(tx, asked));
        const known = await unitsByName(
          tx,
          [...units.keys()].filter((unit) => unit !== null),
          order,
        );
        const others = [...units.keys()].filter((unit) => !known.some((one) => one.id === unit));
        const named = [...known, ...others.map((unit) => ({ id: unit, name: null }))];
        return {
          output: {
            ...about(campaign),
            day: asked.day,
            total,
            joiners,
            units: named.flatMap(({ id: unit, name }) => {
              const of = units.get(unit);
              return of === undefined ? [] : [{ unit, name, figures: of }];
            }),
          },
        };
      },
    }),
    implementQuery(contract.listCampaignPeople, {
      async answer({ tx, scope, today }, { campaign: id, standing, order, limit, cursor }) {
        const campaign = (await campaignOf(tx, id)) ?? refuse('request.not-found');
        const after = readPlace(cursor, peopleOrder);
        const asked = await askedOf(tx, campaign, scope, today);
        const found =
          campaign.state === 'draft'
            ? []
            : await listStood(tx, asked, { standing: standing ?? null, order, after, limit: limit + 1 });
        const rows = found.slice(0, limit);
        const last = rows.at(-1);
        return {
          output: {
            title: campaign.title,
            items: rows.map(({ place: _place, ...one }) => one),
            next: found.length > limit && last !== undefined ? writePlace(last.place) : null,
          },
          persons: rows.map(({ person }) => person),
        };
      },
    }),
  ];
}

const noJoiners = { joined: 0, completed: 0, open: 0 };
