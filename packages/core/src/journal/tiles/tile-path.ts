import { parseSize } from '../bytes/bytes.ts';
import { type Tile, tileWidth } from './tile.ts';

/** `tile/0/x001/x234/067.p/5`: three digits a folder, so that no folder grows large and no file stands where a folder must. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`;
}

const form = /^tile\/(entries|0|[1-9][0-9]?)\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** The tile a path names, or null. One tile has one path. */
export function parseTilePath(path: string): Tile | null {
  const [, level = '', groups = '', partial] = form.exec(path) ?? [];
  if (level === '' || Number(level) > 63) return null;
  const index = parseSize(groups.replaceAll(/[x/]/g, '').replace(/^0+(?=[0-9])/, ''));
  const width = partial === undefined ? tileWidth : Number(partial);
  if (index === null || (partial !== undefined && width >= tileWidth)) return null;
  const tile: Tile = { level: level === 'entries' ? level : Number(level), index, width };
  return tilePath(tile) === path ? tile : null;
}
