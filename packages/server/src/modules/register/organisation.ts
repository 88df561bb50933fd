import { type Day, formatDay } from '@sallyport/core/calendar';
import type { Context } from '../../platform/actions/implement.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

type OwnOrganisation = {
  readonly id: string;
  readonly seat: string;
  readonly name: string;
  readonly programmeStartedOn: string | null;
};

/** The organisation itself as the register holds it, with the seat of its data. */
export const ownOrganisation = (tx: Transaction): Promise<OwnOrganisation | null> =>
  tx.row(
    `SELECT id, seat, name, programme_started_on AS "programmeStartedOn" FROM fact_organisation
     WHERE org_id = $1 ORDER BY happened_on, id LIMIT 1`,
    [tx.org],
  );

/** Organisations of mainland China of which nobody has said where they are: local regulations may bind them, and nobody can tell. */
export const organisationsWithoutRegion = (tx: Transaction, today: Day): Promise<{ id: string; name: string }[]> =>
  tx.rows(
    `SELECT id, name FROM fact_organisation
     WHERE org_id = $1 AND seat = 'cn' AND region IS NULL AND (dissolved_on IS NULL OR dissolved_on > $2::date)
     ORDER BY happened_on, id LIMIT 20`,
    [tx.org, formatDay(today)],
  );

/** The first time something is given under a handover is written into it; later times change nothing. */
export async function markGiven(
  { tx, today, now, actor, facts }: Pick<Context, 'tx' | 'today' | 'now' | 'actor' | 'facts'>,
  handover: string,
): Promise<void> {
  const given = await tx.count(
    `WITH given AS (
       UPDATE fact_handover SET given_on = $3::date, version = version + 1
       WHERE org_id = $1 AND id = $2 AND given_on IS NULL RETURNING id, version)
     INSERT INTO fact_version (org_id, kind, id, version, change, effective, recorded_at, fields, reason, account)
     SELECT $1, 'handover', given.id, given.version, 'correct', past.effective, $4,
       past.fields || jsonb_build_object('givenOn', $3::date::text), NULL, $5
     FROM given JOIN fact_version AS past ON past.org_id = $1 AND past.kind = 'handover' AND past.id = given.id AND past.version = given.version - 1`,
    [tx.org, handover, formatDay(today), new Date(now / 1000), actor.account],
  );
  if (given > 0) facts.after('handover', [handover]);
}
