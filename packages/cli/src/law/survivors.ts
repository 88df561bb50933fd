import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packsFolder } from '@sallyport/packs';
import type { Phrase } from '../words.ts';

type Survivor = { readonly rule: string; readonly change: string; readonly reason: Phrase };

/** Changes that no example can notice, with the reason: mostly because nothing observable changes. By `<rule> <change>`. */
export function survivorReasons(): ReadonlyMap<string, Phrase> {
  const file = join(packsFolder, 'mutation-survivors.json');
  const list = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Survivor[]) : [];
  return new Map(list.map(({ rule, change, reason }) => [`${rule} ${change}`, reason]));
}
