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
