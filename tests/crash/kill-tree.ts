import { readdirSync, readFileSync } from 'node:fs';

/** Ends a process and everything it started, none of which gets a word: as when the machine runs out of memory, or is switched off. */
export function killTree(pid: number): void {
  const parents = parentsOfAll();
  const all = [pid];
  for (let at = 0; at < all.length; at++) all.push(...(parents.get(all[at] ?? 0) ?? []));
  for (const one of all.toReversed()) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // Ended by itself.
    }
  }
}

/** Children by their parent. The fourth field of `stat`, after the name, which may hold blanks and parentheses. */
function parentsOfAll(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // Ended while we looked.
    }
  }
  return children;
}
