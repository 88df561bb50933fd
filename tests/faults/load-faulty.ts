import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../agreement/engine.ts';
import { type Fault, faults } from './faults.ts';

const core = new URL('../../packages/core/src/', import.meta.url);
const mark = /\?fault=(\d+)$/;

const sources = globSync('**/*.ts', { cwd: fileURLToPath(core), exclude: ['**/*.test.ts'] })
  .toSorted()
  .map((name) => ({ name, text: readFileSync(new URL(name, core), 'utf8') }));

/** The source a fault goes into; null when what it replaces does not stand there exactly once. */
export function placeOf({ where, find }: Fault): string | null {
  const there = sources.filter(
    ({ name, text }) => (name === where || name.startsWith(`${where}/`)) && text.includes(find),
  );
  const [only] = there;
  return only && there.length === 1 && only.text.split(find).length === 2 ? only.name : null;
}

/** From here on the core can be loaded again with a fault in it: no file is touched. */
export function plantFaults(): void {
  const places = faults.map((fault) => new URL(placeOf(fault) ?? 'nowhere', core).href);
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const number = mark.exec(context.parentURL ?? '')?.[0];
      return number !== undefined && found.url.startsWith(core.href) ? { ...found, url: found.url + number } : found;
    },
    load(url, context, next) {
      const index = Number(mark.exec(url)?.[1] ?? -1);
      const fault = faults[index];
      const loaded = next(url, context);
      const plain = url.replace(mark, '');
      if (!fault || plain !== places[index]) return loaded;
      const source = readFileSync(new URL(plain), 'utf8');
      return { ...loaded, source: source.replace(fault.find, () => fault.replace) };
    },
  });
}

export async function loadFaulty(index: number): Promise<Engine> {
  const part = (name: string): Promise<unknown> => import(new URL(`${name}/index.ts?fault=${index}`, core).href);
  const names = ['calendar', 'duties', 'facts', 'feel', 'law'] as const;
  const parts = await Promise.all(names.map(async (name) => [name, await part(name)] as const));
  return Object.fromEntries(parts) as Engine;
}
