import { hasClassifiedMark } from '@sallyport/core/facts';
import { ClassifiedMark } from '@sallyport/server/tabular/classified-mark';

/** Refuses a JSON row any text of which carries a classification mark. */
export function refuseMarks(row: Readonly<Record<string, unknown>>, file: string, line: number): void {
  for (const value of Object.values(row))
    if (typeof value === 'string' && hasClassifiedMark(value)) throw new ClassifiedMark(file, line);
}
