import type { DutyColumns } from '@sallyport/core/duties';

const columns = ['subject', 'period', 'bearer', 'assignee', 'status', 'taken', 'due', 'metOn'] as const;

/** Throws unless the shares, one behind the other, are the whole: every column of every duty, and its evidence. Gives their number. */
export function compareShares(whole: readonly DutyColumns[], shares: readonly (readonly DutyColumns[])[]): number {
  for (const [index, duties] of whole.entries()) {
    let n = 0;
    let p = 0;
    for (const share of shares) {
      const part = share[index];
      if (part?.rule !== duties.rule || part.revision !== duties.revision)
        throw new Error(`no share of ${duties.rule}`);
      const first = p;
      for (let at = 0; at < part.count; at++, n++) {
        for (const name of columns) if (!Object.is(part[name][at], duties[name][n])) throw differing(duties, n, name);
        const end = (part.evidenceEnd[at] ?? 0) + first;
        if (end !== duties.evidenceEnd[n]) throw differing(duties, n, 'evidence');
        for (; p < end; p++)
          if (part.evidence[p - first] !== duties.evidence[p]) throw differing(duties, n, 'evidence');
      }
    }
    if (n !== duties.count) throw new Error(`${duties.rule}: ${n} duties in shares, ${duties.count} in the whole`);
  }
  return whole.reduce((sum, { count }) => sum + count, 0);
}

const differing = ({ rule, subject }: DutyColumns, n: number, column: string): Error =>
  new Error(`${rule}: ${column} of subject ${subject[n]} differs between the whole and its share`);
