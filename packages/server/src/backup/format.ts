import { z } from 'zod';

/**
 * A backup is JSON lines under one age stream: what it is, then secrets, rows and files in any number, and at last what there had to be.
 * One that was cut off has no last line; one that was changed does not decrypt.
 */
const header = z.strictObject({
  part: z.literal('header'),
  format: z.literal('sallyport-backup/1'),
  program: z.string(),
  madeAt: z.iso.datetime(),
  installation: z.string(),
  /** The schema the rows fit; a newer program migrates them on. */
  migration: z.int(),
});
const secret = z.strictObject({ part: z.literal('secret'), name: z.string().regex(/^[a-z.-]+$/), text: z.string() });
const row = z.strictObject({ part: z.literal('row'), table: z.string().regex(/^[a-z_]+$/), row: z.string() });
const piece = z.strictObject({
  part: z.literal('file'),
  /** Under the folder of files, as they lie there: encrypted, each with its own key. */
  path: z.string().regex(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f-]+$/),
  base64: z.string(),
});
const trailer = z.strictObject({
  part: z.literal('trailer'),
  counts: z.record(z.string(), z.int()),
  files: z.int(),
});

const backupLine = z.discriminatedUnion('part', [header, secret, row, piece, trailer]);
export type BackupLine = z.infer<typeof backupLine>;
export type BackupHeader = z.infer<typeof header>;
export type BackupTrailer = z.infer<typeof trailer>;

const newline = 10;
/** Longer than any line we write: a piece of a file is 256 KiB, an entry 16. */
const longestLine = 64 * 1024 * 1024;

export const lineBytes = (line: BackupLine): Uint8Array => Buffer.from(`${JSON.stringify(line)}\n`);

/** The lines of a decrypted backup. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BackupLine> {
  let kept: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    kept = kept.length === 0 ? Buffer.from(chunk) : Buffer.concat([kept, chunk]);
    for (let end = kept.indexOf(newline); end !== -1; end = kept.indexOf(newline)) {
      yield backupLine.parse(JSON.parse(kept.subarray(0, end).toString('utf8')));
      kept = kept.subarray(end + 1);
    }
    if (kept.length > longestLine) throw new Error('a line of the backup is longer than any that is written');
  }
  if (kept.length > 0) throw new Error('the backup ends in the middle of a line');
}
