import { statSync } from 'node:fs';
import type { OnBytes } from '@sallyport/server/tabular/bytes';

/** Adds up what is read of several files and tells how far along their total that is. */
export function createMeter(paths: readonly string[], tell: (done: number, total: number) => void): OnBytes {
  const total = paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
  let done = 0;
  return (bytes) => {
    done += bytes;
    tell(done, total);
  };
}
