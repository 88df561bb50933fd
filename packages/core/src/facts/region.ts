import type { Label } from './field.ts';
import { regionField, regions } from './kinds/regions.ts';

export type Region = keyof typeof regions;

export const regionCodes = Object.keys(regions) as [Region, ...Region[]];

export const regionLabel = (region: Region): Label => regions[region];

const { also = {} } = regionField('', '');
const names = new Map<string, string>([
  ...Object.entries(also),
  ...Object.entries(regions).flatMap(([region, { zh, en }]) =>
    [region, zh, en.toLowerCase()].map((name) => [name, region] as const),
  ),
]);

/** The region that somebody names by its code, its number or a name in either language; null where there is none. */
export const readRegion = (text: string): Region | null => (names.get(text.trim().toLowerCase()) as Region) ?? null;
