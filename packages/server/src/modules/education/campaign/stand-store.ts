import type { Scope } from '@sallyport/core/access';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { CampaignStanding } from '../contract.ts';
import type { Place } from '../cursor.ts';
import { behind, byUnitAndName, placeOf } from '../list-order.ts';
import { type Campaign, isHere } from './store.ts';

/** A campaign as it stands on a day. `units`: those it is for with all under them; null where it is for the whole house. */
export type Asked = {
  readonly campaign: Campaign;
  readonly units: readonly string[] | null;
  readonly day: string;
  readonly scope: Scope;
};

type Param = (value: unknown, type: string) => string;

/**
 * How each to whom it was addressed stands, and who came since. Completed is who completed all of it within its days; whoever completed
 * it and left has completed it.
 */
function stood({ campaign, units, day, scope }: Asked, param: Param): string {
  const [id, on, topics] = [param(campaign.id, 'text'), param(day, 'date'), param(campaign.topics, 'text[]')];
  const [from, until] = [param(campaign.from, 'date'), param(campaign.until, 'date')];
  const within = (unit: string): string =>
    scope.whole ? '' : ` AND ${unit} = ANY (${param([...scope.units], 'text[]')})`;
  const ofUnits = units === null ? '' : ` AND person.unit = ANY (${param(units, 'text[]')})`;
  return `done AS (
      SELECT each.person, max(each.first) AS completed_on FROM (
        SELECT person, topic, min(completed_on) AS first FROM fact_completion
        WHERE org_id = $1::text AND topic = ANY (${topics}) AND completed_on BETWEEN ${from} AND least(${until}, ${on}) GROUP BY person, topic) AS each
      GROUP BY each.person HAVING count(*) = cardinality(${topics})
    ), stood AS (
      SELECT addressed.person, addressed.unit, addressed.reminded_on, done.completed_on,
        CASE WHEN done.person IS NOT NULL THEN 'completed' WHEN person.id IS NULL OR person.left_on <= ${on} THEN 'left'
          WHEN EXISTS (SELECT FROM education_exemption AS free WHERE free.org_id = $1::text AND free.person = addressed.person
            AND free.topic = ANY (${topics}) AND free.granted_on <= ${on} AND free.until_on >= ${on} AND (free.ended_on IS NULL OR free.ended_on > ${on}))
          THEN 'exempt' ELSE 'open' END AS standing
      FROM campaign_person AS addressed
      LEFT JOIN fact_person AS person ON person.org_id = $1::text AND person.id = addressed.person
      LEFT JOIN done ON done.person = addressed.person
      WHERE addressed.org_id = $1::text AND addressed.campaign = ${id}${within('addressed.unit')}
        AND NOT EXISTS (SELECT FROM person_merge AS one WHERE one.org_id = $1::text AND one.gone = addressed.person AND one.state = 'merged')
      UNION ALL
      SELECT person.id, person.unit, NULL, done.completed_on, 'joined' FROM fact_person AS person
      LEFT JOIN done ON done.person = person.id
      WHERE person.org_id = $1::text AND ${isHere(on)}${ofUnits}${within('person.unit')}
        AND NOT EXISTS (SELECT FROM campaign_person AS known WHERE known.org_id = $1::text AND known.campaign = ${id} AND known.person = person.id)
    )`;
}

const parameters = (tx: Transaction): { readonly values: unknown[]; readonly param: Param } => {
  const values: unknown[] = [tx.org];
  return { values, param: (value, type) => `$${values.push(value)}::${type}` };
};

export type CountOfUnit = {
  readonly unit: string | null;
  readonly standing: CampaignStanding | 'joined';
  readonly done: boolean;
  readonly persons: number;
};

export function countStood(tx: Transaction, asked: Asked): Promise<CountOfUnit[]> {
  const { values, param } = parameters(tx);
  return tx.rows(
    `WITH ${stood(asked, param)} SELECT unit, standing, completed_on IS NOT NULL AS done, count(*)::int AS persons FROM stood GROUP BY 1, 2, 3`,
    values,
  );
}

export type PersonStood = {
  readonly person: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly standing: CampaignStanding | 'joined';
  readonly completedOn: string | null;
  readonly place: Place;
};

export const peopleOrder = ['text', 'text', 'text', 'text', 'text'] as const;

export function listStood(
  tx: Transaction,
  asked: Asked,
  page: {
    readonly standing: CampaignStanding | 'joined' | null;
    readonly order: 'zh' | 'en';
    readonly after: Place | null;
    readonly limit: number;
  },
): Promise<PersonStood[]> {
  const { values, param } = parameters(tx);
  const common = stood(asked, param);
  const parts = [...byUnitAndName(page.order), 'stood.person'];
  const tests = [
    ...(page.standing === null ? ['true'] : [`stood.standing = ${param(page.standing, 'text')}`]),
    ...(page.after === null ? [] : [behind(parts, page.after, peopleOrder, param)]),
  ];
  return tx.rows(
    `WITH ${common} SELECT stood.person, person.name, stood.unit, unit.name AS "unitName", stood.standing, stood.completed_on AS "completedOn",
       ${placeOf(parts)}
     FROM stood LEFT JOIN fact_person AS person ON person.org_id = $1::text AND person.id = stood.person
     LEFT JOIN fact_unit AS unit ON unit.org_id = $1::text AND unit.id = stood.unit
     WHERE ${tests.join(' AND ')} ORDER BY ${parts.join(', ')} LIMIT ${param(page.limit, 'int')}`,
    values,
  );
}

/** Who has not completed it and was not reminded today, one after the other. */
export function nextToRemind(tx: Transaction, asked: Asked, after: string | null, limit: number): Promise<string[]> {
  const { values, param } = parameters(tx);
  const common = stood(asked, param);
  return tx
    .rows<{ person: string }>(
      `WITH ${common} SELECT person FROM stood WHERE standing = 'open' AND (reminded_on IS NULL OR reminded_on < ${param(asked.day, 'date')})
         AND person > ${param(after ?? '', 'text')} ORDER BY person LIMIT ${param(limit, 'int')}`,
      values,
    )
    .then((rows) => rows.map(({ person }) => person));
}
