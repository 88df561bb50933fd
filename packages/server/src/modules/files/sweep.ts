import type { Database } from '../../platform/database/database.ts';
import type { Files } from '../../platform/files/files.ts';
import { liveFiles } from './store.ts';

/** An upload may still become evidence, and a restored backup has files that are older than its rows. */
const spared = 86_400_000;

const atOnce = 1000;

/** Removes files whose key nobody holds: of evidence that was erased, and of uploads that became none. How many. */
export async function sweepFiles(
  { database, files }: { readonly database: Database; readonly files: Files },
  orgs: readonly string[],
  now: number,
): Promise<number> {
  let removed = 0;
  let waiting: string[] = [];
  const flush = async (): Promise<void> => {
    const live = new Set<string>();
    for (const org of orgs)
      for (const id of await database.inOrganisation(org, (tx) => liveFiles(tx, waiting))) live.add(id);
    for (const id of waiting) if (!live.has(id) && (await files.remove(id))) removed += 1;
    waiting = [];
  };
  for await (const { id, writtenAt } of files.list()) {
    if (writtenAt > now - spared) continue;
    waiting.push(id);
    if (waiting.length === atOnce) await flush();
  }
  await flush();
  return removed;
}
