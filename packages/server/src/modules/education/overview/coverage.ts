import type { Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import { rulesMetBy } from '@sallyport/core/courses';
import { type ImplementedQuery, implementQuery } from '../../../platform/actions/implement.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import {
  type FiguresShown,
  type Standing,
  showCoverage,
  showCoverageByUnit,
  showTopics,
  standings,
} from '../contract.ts';
import type { EducationParts } from '../parts.ts';
import { topicName, topics } from '../topic-names.ts';
import { type AskedTopic, type CountOfUnit, countByUnit, unitsByName } from './coverage-store.ts';
import { heldBack } from './hold-back.ts';
import { byUrgency } from './standing.ts';

type Parts = Pick<EducationParts, 'law' | 'courses'>;

/** Figures of a topic: of each unit, and of all of them; what is held back in one is not given away by the other. */
function figuresOf(counts: readonly CountOfUnit[]) {
  const units = [...new Set(counts.map(({ unit }) => unit))];
  const standingOf = ({ exempt, rank }: CountOfUnit): Standing | undefined => (exempt ? 'exempt' : byUrgency[rank]);
  const of = (unit: string | null, standing: Standing): number =>
    counts
      .filter((one) => one.unit === unit && standingOf(one) === standing)
      .reduce((sum, { persons }) => sum + persons, 0);
  const table = heldBack(units.map((unit) => standings.map((standing) => of(unit, standing))));
  return {
    total: shown(table.total),
    units: new Map(units.map((unit, at) => [unit, shown(table.units[at] ?? [])])),
  };
}

const shown = ([owed = 0, ...parts]: readonly (number | null)[]): FiguresShown => ({
  owed,
  ...(Object.fromEntries(standings.map((standing, at) => [standing, at in parts ? (parts[at] ?? null) : 0])) as Record<
    Standing,
    number | null
  >),
});

async function counted(tx: Transaction, topics: readonly AskedTopic[], scope: Scope, today: Day) {
  const counts = await countByUnit(tx, topics, scope, today);
  return new Map(topics.map(({ topic }) => [topic, figuresOf(counts.filter((one) => one.topic === topic))]));
}

export function implementCoverage({ law, courses }: Parts): ImplementedQuery[] {
  /** A topic that no rule asks for is owed by nobody. */
  const owable = (): AskedTopic[] =>
    topics.map((topic) => ({ topic, rules: rulesMetBy(law, [topic]) })).filter(({ rules }) => rules.length > 0);
  const installed = () =>
    [...courses.installed().values()].map(({ course: { id, title, topics: given } }) => ({
      course: id,
      title,
      topics: given,
    }));
  return [
    implementQuery(showTopics, {
      answer: async () => ({
        output: {
          topics: topics.map((topic) => ({ topic, name: topicName(topic) })),
          courses: installed().map(({ course, title }) => ({ course, title })),
        },
      }),
    }),
    implementQuery(showCoverage, {
      async answer({ tx, scope, today }) {
        const asked = owable();
        const figures = await counted(tx, asked, scope, today);
        const named = installed().map(({ topics: given, ...course }) => ({ course, given }));
        return {
          output: {
            day: formatDay(today),
            topics: asked.flatMap(({ topic, rules }) => {
              const of = figures.get(topic);
              if (of === undefined || of.units.size === 0) return [];
              return [
                {
                  topic,
                  name: topicName(topic),
                  figures: of.total,
                  rules: law.rules.filter(({ id }) => rules.includes(id)).map(({ id, title }) => ({ rule: id, title })),
                  courses: named.filter(({ given }) => given.includes(topic)).map(({ course }) => course),
                },
              ];
            }),
          },
        };
      },
    }),
    implementQuery(showCoverageByUnit, {
      async answer({ tx, scope, today }, { topic, order }) {
        const asked = [{ topic, rules: rulesMetBy(law, [topic]) }];
        const { total, units } = (await counted(tx, asked, scope, today)).get(topic) ?? figuresOf([]);
        const ids = [...units.keys()].filter((unit) => unit !== null);
        const known = await unitsByName(tx, ids, order);
        // A unit that is no longer in the register, and people of none, stand last.
        const names: { readonly id: string | null; readonly name: string | null }[] = [
          ...known,
          ...[...units.keys()].filter((unit) => !known.some(({ id }) => id === unit)).map((id) => ({ id, name: null })),
        ];
        return {
          output: {
            day: formatDay(today),
            topic,
            name: topicName(topic),
            total,
            units: names.flatMap(({ id, name }) => {
              const figures = units.get(id);
              return figures === undefined ? [] : [{ unit: id, name, figures }];
            }),
          },
        };
      },
    }),
  ];
}
