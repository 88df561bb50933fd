import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are not there yet, one at a time. Node's own `recursive` never ends where a file system says
 * of a folder that is there that it is not, as /proc does. Gives back those it made, the outermost first.
 */
export function makeFolder(path: string): string[] {
  const missing: string[] = [];
  for (let folder = resolve(path); !isFolder(folder); folder = dirname(folder)) missing.push(folder);
  const made: string[] = [];
  for (const folder of missing.toReversed()) {
    try {
      mkdirSync(folder);
      made.push(folder);
    } catch (error) {
      // Another process was quicker.
      if (!isFolder(folder)) throw error;
    }
  }
  return made;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
