import { type EpochBegun, type Held, parseOrigin, readEntry, readEpochBegun, verifyLog } from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';
import { verifyEd25519 } from '../../platform/signing/ed25519.ts';
import { checkBeside, wordsOfBeside } from './check-beside.ts';
import { allClosings } from './closed-days.ts';
import { heldOf, keysOf, originClaimed } from './keys-of.ts';
import { type JournalParts, logSigner, originOf, sha } from './log.ts';
import { checkpointPages, entryPages, type LogExtent, readEpochs, readExtent, tilesOf } from './read-log.ts';
import { type LogReport, type Outside, type Progress, reportOf } from './report.ts';

type Parts = Pick<JournalParts, 'database' | 'installation' | 'key' | 'dayOf' | 'checkDays'>;

/** Computes every epoch of an organisation's log anew from the database, and holds values and search columns against it. */
export async function verifyDatabase(
  parts: Parts,
  org: string,
  outside: Outside,
  progress: Progress = () => undefined,
): Promise<LogReport[]> {
  return parts.database.inOrganisation(org, async (tx) => {
    const found = await readEpochs(tx);
    const epochs = found.length === 0 ? [1] : found;
    const announced = new Map<number, EpochBegun>();
    for (const epoch of epochs) {
      const begun = await announcementOf(tx, epoch);
      if (begun !== null) announced.set(epoch, begun);
    }
    const named = [...announced.values()].flatMap(({ last }) => parseOrigin(last.origin)?.epoch ?? []);
    const known = [...epochs, ...named];
    const reports: LogReport[] = [];
    for (const epoch of epochs) {
      const extent = await readExtent(tx, epoch);
      if (extent.size === 0 && outside.held.length === 0) continue;
      reports.push(
        await verifyEpoch(
          parts,
          tx,
          { epoch, known, extent, next: nextOf(epoch, epochs, announced) },
          outside,
          progress,
        ),
      );
    }
    const beside = await checkBeside(tx, parts);
    const days = (await parts.checkDays?.(tx, await allClosings(tx))) ?? [];
    const last = reports.pop();
    if (last === undefined) return [];
    // What lies beside the entries belongs to no epoch: it is told with the one that goes on.
    return [...reports, { ...last, findings: [...last.findings, ...beside.map(wordsOfBeside), ...days] }];
  });
}

type Epoch = {
  readonly epoch: number;
  /** Those that are here, and those that a restore says came between. */
  readonly known: readonly number[];
  readonly extent: LogExtent;
  readonly next: EpochBegun | null;
};

/** What an epoch's first entry announces. Whether that entry is the one that was sealed, its own report says. */
async function announcementOf(tx: Transaction, epoch: number): Promise<EpochBegun | null> {
  let first: Uint8Array | null = null;
  for await (const page of entryPages(tx, epoch, 1)) first = page[0] ?? null;
  const entry = first === null ? null : readEntry(first);
  return entry === null ? null : readEpochBegun(entry);
}

function nextOf(
  epoch: number,
  epochs: readonly number[],
  announced: ReadonlyMap<number, EpochBegun>,
): EpochBegun | null {
  const next = epochs.find((one) => one > epoch);
  return next === undefined ? null : (announced.get(next) ?? null);
}

async function verifyEpoch(
  parts: Parts,
  tx: Transaction,
  { epoch, known, extent, next }: Epoch,
  { held, witnesses }: Outside,
  progress: Progress,
): Promise<LogReport> {
  const origin = originOf(parts, tx.org, epoch);
  const outside = heldOf(held, origin)
    .filter(({ note }) => concerns(note, epoch, known))
    .map((one): Held => ({ ...one, outside: true }));
  async function* allHeld(): AsyncGenerator<readonly Held[]> {
    for await (const page of checkpointPages(tx, epoch, extent))
      yield page.map(({ note }): Held => ({ note, outside: false, newestAt: null }));
    yield outside;
  }
  async function* entries(): AsyncGenerator<readonly (Uint8Array | null)[]> {
    let done = 0;
    for await (const page of entryPages(tx, epoch, extent.size)) {
      yield page;
      done += page.length;
      await progress(done, extent.size);
    }
  }
  const origins = [origin, ...outside.flatMap(({ note }) => originClaimed(note))];
  const verified = await verifyLog(sha, verifyEd25519, {
    origin,
    keys: { log: keysOf([logSigner(parts, origin).key], origins), witnesses },
    entries: entries(),
    tiles: tilesOf(tx, epoch),
    held: allHeld(),
    next,
  });
  return reportOf(origin, verified);
}

/** A later epoch's checkpoint says nothing against an epoch that was followed by it here. */
function concerns(note: string, epoch: number, known: readonly number[]): boolean {
  const of = parseOrigin(originClaimed(note)[0] ?? '')?.epoch ?? 0;
  return !(of > epoch && known.includes(of));
}
