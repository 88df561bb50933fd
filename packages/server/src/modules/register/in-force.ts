import { type Day, formatDay } from '@sallyport/core/calendar';
import type { Cell, Kind } from '@sallyport/core/facts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/**
 * A rule of the house that touches staff is in force from its publication, and cannot be published before the staff was consulted (Labour
 * Contract Law 4). The rules on personal data need the impact assessment of what touches sensitive data as well (PIPL 55, 56).
 */
export async function requireConsulted(tx: Transaction, kind: Kind, cells: ReadonlyMap<string, Cell>): Promise<void> {
  if (kind.name !== 'internalRule' || cells.get('touchesStaff') !== true) return;
  const published = dayOf(cells.get('publishedOn'));
  if (published === null) return;
  const consulted = dayOf(cells.get('consultedOn'));
  if (consulted === null || consulted > published) refuse('register.consultation-first');
  if (cells.get('topic') === 'personalData' && (await lacksAssessment(tx, formatDay(published))))
    refuse('register.impact-assessment-first');
}

const dayOf = (cell: Cell | undefined): Day | null => (typeof cell === 'number' ? cell : null);

/** An activity with sensitive data that was planned by the day, goes on, and has not been assessed by then. */
async function lacksAssessment(tx: Transaction, by: string): Promise<boolean> {
  const row = await tx.row(
    `SELECT 1 AS one FROM fact_processing_activity AS activity
     WHERE org_id = $1 AND sensitive AND planned_on <= $2::date AND (ended_on IS NULL OR ended_on > $2::date)
       AND NOT EXISTS (SELECT FROM fact_impact_assessment AS assessment
         WHERE assessment.org_id = $1 AND assessment.activity = activity.id AND assessment.completed_on <= $2::date) LIMIT 1`,
    [tx.org, by],
  );
  return row !== null;
}

type Policy = {
  /** The rule of the house that says so. */
  readonly internalRule: string | null;
  readonly from: string;
  readonly staff: boolean;
  readonly sensitive: boolean;
};

/**
 * A policy that touches staff is in force by a rule of the house that staff was consulted on and that is published by its first day (Labour
 * Contract Law 4); one that touches sensitive data only when its impact was assessed (PIPL 55, 56).
 */
export async function requirePolicyInForce(
  tx: Transaction,
  { internalRule, from, staff, sensitive }: Policy,
): Promise<void> {
  if (staff && (internalRule === null || !(await isConsulted(tx, internalRule, from))))
    refuse('register.consultation-first');
  if (sensitive && (!(await hasAssessment(tx, from)) || (await lacksAssessment(tx, from))))
    refuse('register.impact-assessment-first');
}

async function isConsulted(tx: Transaction, rule: string, on: string): Promise<boolean> {
  const row = await tx.row(
    `SELECT 1 AS one FROM fact_internal_rule WHERE org_id = $1 AND id = $2 AND touches_staff
       AND consulted_on <= published_on AND published_on <= $3::date AND (ended_on IS NULL OR ended_on > $3::date)`,
    [tx.org, rule, on],
  );
  return row !== null;
}

async function hasAssessment(tx: Transaction, by: string): Promise<boolean> {
  const row = await tx.row(
    `SELECT 1 AS one FROM fact_impact_assessment AS assessment
     JOIN fact_processing_activity AS activity ON activity.org_id = $1 AND activity.id = assessment.activity
     WHERE assessment.org_id = $1 AND assessment.completed_on <= $2::date AND activity.sensitive
       AND (activity.ended_on IS NULL OR activity.ended_on > $2::date) LIMIT 1`,
    [tx.org, by],
  );
  return row !== null;
}
