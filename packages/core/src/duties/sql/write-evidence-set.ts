import { type SqlWriter, writeSql } from '../../feel/index.ts';
import type { Met } from '../../law/index.ts';
import { candidates, type SqlWindow } from './write-evidence.ts';

/** Evidence of all subjects at once: the rows to join with the subjects, and what a duty takes from them. */
export type EvidenceSet = {
  readonly candidates: string;
  readonly key: string;
  readonly metOn: (key: string) => string;
  readonly evidence: (key: string) => string;
};

// Moments with a fixed number of digits, so that the least text is the earliest moment and then the least id.
const dayDigits = 6;
const instantDigits = 17;

/**
 * Forms that the first fitting fact meets. Its moment and id are packed in one text, whose minimum a hash aggregate finds in one pass:
 * for a whole register that is several times faster than a search for each subject. Null where a form needs more than that.
 */
export function writeEvidenceSet(
  met: Met,
  one: boolean,
  window: SqlWindow,
  writer: SqlWriter,
  clock: 'day' | 'instant',
): EvidenceSet | null {
  const first =
    met.form === 'exists' || (met.form === 'covers' && met.day !== 'current') || (met.form === 'count' && one);
  if (!first) return null;
  const search = candidates(met, window, writer, clock);
  const text = search.text([]);
  const day = met.form === 'covers' && met.day !== 'current' ? writeSql(met.day, writer) : null;
  const valid = day === null ? '' : ` WHERE valid_from <= ${day} AND (valid_until IS NULL OR valid_until > ${day})`;
  const digits = clock === 'day' ? dayDigits : instantDigits;
  return {
    candidates: valid === '' ? text : `SELECT at, id FROM (${text}) AS fitting${valid}`,
    key:
      clock === 'day'
        ? `(found.at - DATE '1600-01-01' + 100000)::text || found.id`
        : `(found.at + 30000000000000000)::text || found.id`,
    metOn: (key) =>
      clock === 'day'
        ? `(DATE '1600-01-01' + (left(${key}, ${digits})::int - 100000))`
        : `(left(${key}, ${digits})::bigint - 30000000000000000)`,
    evidence: (key) => `ARRAY[substr(${key}, ${digits + 1})]`,
  };
}
