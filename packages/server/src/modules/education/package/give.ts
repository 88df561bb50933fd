import type { Database } from '../../../platform/database/database.ts';
import { type Contents, contentsOf, unpacked } from '../../../platform/scorm/contents.ts';
import type { Given } from '../../../platform/scorm/runtime.ts';
import { packageKind } from '../../files/index.ts';
import { type Door, lookRun } from './door.ts';
import { runOf } from './run-store.ts';
import { packageOf } from './store.ts';

/** A package that was opened: its files, and what its pages are told of the run. */
type OpenPackage = {
  readonly file: (path: string) => Buffer | null;
  readonly given: Given;
};
export type GivePackage = (token: string) => Promise<OpenPackage | null>;

type Parts = {
  readonly database: Pick<Database, 'inOrganisation'>;
  readonly door: Door;
  readonly bytesOf: (org: string, kind: string, id: string) => Promise<Buffer | null>;
};

/** Packages whose files lie in memory, the one used last at the end: decrypting one for each of its pictures would take minutes. */
const mostHeld = 3;

export function createGivePackage({ database, door, bytesOf }: Parts): GivePackage {
  const held = new Map<string, Promise<Contents | null>>();

  async function read(org: string, id: string): Promise<Contents | null> {
    const bytes = await bytesOf(org, packageKind, id);
    const contents = bytes === null ? null : contentsOf(bytes);
    return typeof contents === 'string' ? null : contents;
  }

  function holding(org: string, id: string, file: string): Promise<Contents | null> {
    const name = `${org} ${file}`;
    const contents = held.get(name) ?? read(org, id);
    held.delete(name);
    held.set(name, contents);
    for (const oldest of held.keys()) if (held.size > mostHeld) held.delete(oldest);
    return contents;
  }

  return async (token) => {
    const key = door.read(token);
    if (key === null) return null;
    const [found, run] = await database.inOrganisation(key.org, async (tx) => {
      const run = key.run === null ? null : await runOf(tx, key.run);
      return [await packageOf(tx, key.package), run] as const;
    });
    // A look into one that nobody plays yet; or somebody's run, for as long as both last.
    if (found === null || found.state === 'withdrawn') return null;
    if (key.run !== null && (run === null || found.state !== 'in-force')) return null;
    const contents = await holding(key.org, found.id, found.file);
    if (contents === null) return null;
    const { standard, launchData, mastery, threshold } = found.manifest;
    const location = run?.location ?? '';
    const suspendData = run?.suspendData ?? '';
    return {
      file(path) {
        const entry = contents.get(path);
        return entry === undefined ? null : unpacked(entry);
      },
      given: {
        standard,
        run: key.run ?? lookRun,
        location,
        suspendData,
        resumes: location !== '' || suspendData !== '',
        launchData,
        mastery,
        threshold,
      },
    };
  };
}
