import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { TextMemory } from '@sallyport/core/law';

const modules = new URL('../../../../node_modules/', import.meta.url);

/**
 * Beside the program and its compiled code, where only those may write who may change the program itself: what stands here is believed. Another
 * parser begins another file.
 */
function besideTheProgram(): string | null {
  try {
    const parser = JSON.parse(readFileSync(new URL('yaml/package.json', modules), 'utf8')) as { version: string };
    return fileURLToPath(new URL(`.cache/sallyport/pack-texts-${parser.version}.json`, modules));
  } catch {
    return null;
  }
}

/** More texts than several states of all packs: what was not used this time is then forgotten. */
const most = 4000;

export type KeptTexts = TextMemory & { save(this: void): void };

/** What the files of packs say, kept by the hash of their text from one run to the next. */
export function keptTexts(path = besideTheProgram()): KeptTexts {
  const before = path === null ? new Map<string, unknown>() : readKept(path);
  const used = new Map<string, unknown>();
  let fresh = false;
  return {
    recall: (text) => {
      const key = keyOf(text);
      if (!before.has(key)) return undefined;
      used.set(key, before.get(key));
      return before.get(key);
    },
    keep: (text, data) => {
      // What JSON would change is parsed each time.
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify(data) ?? 'null'), data)) return;
      used.set(keyOf(text), data);
      fresh = true;
    },
    save: () => {
      if (fresh && path !== null)
        writeKept(path, before.size + used.size > most ? used : new Map([...before, ...used]));
    },
  };
}

const keyOf = (text: string): string => hash('sha256', text, 'base64url');

function readKept(path: string): Map<string, unknown> {
  try {
    return new Map(JSON.parse(readFileSync(path, 'utf8')) as [string, unknown][]);
  } catch {
    return new Map();
  }
}

/** Moved into place whole; where nothing can be written, nothing is kept. */
function writeKept(path: string, texts: ReadonlyMap<string, unknown>): void {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, JSON.stringify([...texts]), { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    // A folder that cannot be written is no fault: the texts are parsed.
  }
}
