import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderSink } from '../../packages/cli/src/generate/fact-writer.ts';
import { defaultAsOf, generateRegister } from '../../packages/cli/src/generate/generate-register.ts';

/** What the four date rules read; a waiver may meet one of them. */
export const travelKinds: ReadonlySet<string> = new Set(['traveller', 'completion', 'checkIn', 'debrief', 'waiver']);

const source = join(import.meta.dirname, '../../packages/cli/src/generate');
const schema = join(import.meta.dirname, '../../docs/facts.schema.json');

/** What a register is made by: another generator, or another vocabulary, makes another one. */
function maker(): string {
  const hash = createHash('sha256').update(readFileSync(schema));
  for (const file of readdirSync(source).toSorted())
    if (!file.endsWith('.test.ts')) hash.update(readFileSync(join(source, file)));
  return hash.digest('hex').slice(0, 12);
}

/** A generated register as JSONL, made once and kept in the folder for temporary files: the same seed gives the same bytes. */
export function registerFolder(people: number, trips: number, kinds: ReadonlySet<string> | null): string {
  const folder = join(
    tmpdir(),
    'sallyport-bench',
    `${people}-${trips}-${kinds === null ? 'all' : 'travel'}-${maker()}`,
  );
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  generateRegister({ people, trips, seed: '1', asOf: defaultAsOf, demo: false, kinds }, folderSink(draft));
  renameSync(draft, folder);
  return folder;
}
