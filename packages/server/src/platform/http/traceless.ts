import type { Catalogue } from './catalogue.ts';

/**
 * Addresses whose requests leave no dated line: actions that are journaled without an actor or with the day alone, and the pages for
 * everybody below `open`, since who read about reporting, or looked at whose certificate, and when would itself tell of a person (PEOPLE.md, first section).
 */
export function tracelessPaths({ actions }: Catalogue, open: readonly string[]): (path: string) => boolean {
  const paths = new Set(
    [...actions.values()]
      .filter(({ contract: { entry } }) => entry.actor === 'none' || entry.time === 'day')
      .map(({ contract }) => `/api/${contract.name.replace('.', '/')}`),
  );
  return (path) => paths.has(path) || open.some((each) => path === each || path.startsWith(`${each}/`));
}
