import type { Transaction } from '../../../platform/database/transaction.ts';

export type Campaign = {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly courses: readonly string[];
  readonly units: readonly string[];
  /** Chosen by name. */
  readonly people: readonly string[];
  /** It was planned for nobody in particular. */
  readonly everybody: boolean;
  readonly from: string;
  readonly until: string;
  readonly educationDay: boolean;
  readonly state: 'draft' | 'running' | 'closed';
  readonly startedOn: string | null;
  readonly closedOn: string | null;
};

const columns = `id, title, topics, courses, units, everybody,
  ARRAY(SELECT one.person FROM campaign_chosen AS one WHERE one.org_id = $1 AND one.campaign = education_campaign.id ORDER BY 1) AS people, from_on AS "from", until_on AS until, education_day AS "educationDay", state,
  started_on AS "startedOn", closed_on AS "closedOn"`;

export async function insertCampaign(
  tx: Transaction,
  one: Omit<Campaign, 'state' | 'startedOn' | 'closedOn' | 'everybody'> & {
    readonly at: Date;
    readonly account: string | null;
  },
): Promise<void> {
  await tx.count(
    `INSERT INTO education_campaign (org_id, id, title, topics, courses, units, everybody, from_on, until_on, education_day, state, made_at, account)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::date, $9::date, $10, 'draft', $11, $12)`,
    [
      tx.org,
      one.id,
      one.title,
      one.topics,
      one.courses,
      one.units,
      one.units.length === 0 && one.people.length === 0,
      one.from,
      one.until,
      one.educationDay,
      one.at,
      one.account,
    ],
  );
  if (one.people.length > 0)
    await tx.count(
      `INSERT INTO campaign_chosen (org_id, campaign, person, chosen_at) SELECT DISTINCT $1, $2, person, $4::timestamptz
       FROM unnest($3::text[]) AS person`,
      [tx.org, one.id, one.people, one.at],
    );
}

export const campaignOf = (tx: Transaction, id: string): Promise<Campaign | null> =>
  tx.row(`SELECT ${columns} FROM education_campaign WHERE org_id = $1 AND id = $2`, [tx.org, id]);

/** The same, held until the transaction ends: it is started once. */
export const lockCampaign = (tx: Transaction, id: string): Promise<Campaign | null> =>
  tx.row(`SELECT ${columns} FROM education_campaign WHERE org_id = $1 AND id = $2 FOR UPDATE`, [tx.org, id]);

export const latestCampaigns = (tx: Transaction, since: Date): Promise<Campaign[]> =>
  tx.rows(
    `SELECT ${columns} FROM education_campaign WHERE org_id = $1 AND made_at > $2 ORDER BY made_at DESC, id DESC LIMIT 200`,
    [tx.org, since],
  );

export const setState = (tx: Transaction, id: string, state: 'running' | 'closed', day: string): Promise<number> =>
  tx.count(
    `UPDATE education_campaign SET state = $3, ${state === 'running' ? 'started_on' : 'closed_on'} = $4::date WHERE org_id = $1 AND id = $2`,
    [tx.org, id, state, day],
  );

export const removeCampaign = (tx: Transaction, id: string): Promise<number> =>
  tx.count('DELETE FROM education_campaign WHERE org_id = $1 AND id = $2', [tx.org, id]);

/** Who is of these units on a day, or of the house: an entry of somebody who left is not. */
export const isHere = (day: string): string =>
  `person.standing <> 'former' AND person.happened_on <= ${day} AND (person.left_on IS NULL OR person.left_on > ${day})`;

/** Everybody it is for today. */
export const addressEverybody = (
  tx: Transaction,
  id: string,
  { units, people }: { readonly units: readonly string[] | null; readonly people: readonly string[] },
  day: string,
): Promise<number> =>
  tx.count(
    `INSERT INTO campaign_person (org_id, campaign, person, unit, addressed_on)
     SELECT $1, $2, person.id, person.unit, $3::date FROM fact_person AS person
     WHERE person.org_id = $1 AND ${isHere('$3::date')} AND ($4::text[] IS NULL OR person.unit = ANY ($4::text[]) OR person.id = ANY ($5::text[]))`,
    [tx.org, id, day, units, people],
  );

export const setReminded = (tx: Transaction, id: string, people: readonly string[], day: string): Promise<number> =>
  tx.count(
    'UPDATE campaign_person SET reminded_on = $4::date WHERE org_id = $1 AND campaign = $2 AND person = ANY ($3::text[])',
    [tx.org, id, people, day],
  );

export type OwnCampaign = {
  readonly id: string;
  readonly title: string;
  readonly until: string;
  readonly courses: readonly string[];
  readonly topics: readonly string[];
  readonly completed: boolean;
};

/** What runs and was addressed to somebody. */
export const ownCampaigns = (tx: Transaction, person: string, day: string): Promise<OwnCampaign[]> =>
  tx.rows(
    `SELECT campaign.id, title, until_on AS until, courses, topics,
       (SELECT count(DISTINCT done.topic) FROM fact_completion AS done WHERE done.org_id = $1 AND done.person = $2
          AND done.topic = ANY (campaign.topics) AND done.completed_on BETWEEN campaign.from_on AND campaign.until_on) = cardinality(topics) AS completed
     FROM campaign_person AS mine
     JOIN education_campaign AS campaign ON campaign.org_id = $1 AND campaign.id = mine.campaign
     WHERE mine.org_id = $1 AND mine.person = $2 AND campaign.state = 'running' AND campaign.from_on <= $3::date AND campaign.until_on >= $3::date
     ORDER BY until_on, campaign.id`,
    [tx.org, person, day],
  );
