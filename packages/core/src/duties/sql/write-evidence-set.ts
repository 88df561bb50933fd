import { type SqlWriter, writeSql } from '../../feel/index.ts';
import type { Met } from '../../law/index.ts';
import { candidates, type SqlWindow } from './write-evidence.ts';

/** Forms that the first fitting fact meets. `one`: of a count, that a single fact is asked for. */
type First =
  | Extract<Met, { form: 'exists' | 'count' }>
  | (Extract<Met, { form: 'covers' }> & { readonly day: Exclude<Extract<Met, { form: 'covers' }>['day'], 'current'> });

export const isFirst = (met: Met, one: boolean): met is First =>
  met.form === 'exists' || (met.form === 'covers' && met.day !== 'current') || (met.form === 'count' && one);

/**
 * All facts that fit, as (met_on, id). Joined with all subjects at once and the first of each kept, they cost one join and one sort,
 * where a search for each subject costs several times as much.
 */
export function writeEvidenceSet(
  met: First,
  window: SqlWindow,
  writer: SqlWriter,
  clock: 'day' | 'instant',
  organisation: string,
): string {
  const facts = candidates(met, window, writer, clock, organisation).text([]);
  const day = met.form === 'covers' ? writeSql(met.day, writer) : null;
  const valid = day === null ? '' : ` WHERE valid_from <= ${day} AND (valid_until IS NULL OR valid_until > ${day})`;
  return `SELECT at AS met_on, id FROM (${facts}) AS fitting${valid}`;
}
