import type { Shown } from './edition-facts.tsx';
import type { LawSearch } from './search.ts';

type Provision = Shown['provisions'][number];

/** Words are looked for in both languages: whoever reads English may well search for a Chinese term. */
export function fits({ name, heading, gist, speaks, sureness }: Provision, filter: LawSearch): boolean {
  const text = [name, heading, gist]
    .flatMap(({ zh, en }) => [zh, en])
    .join('\n')
    .toLowerCase();
  return (
    (filter.find ?? '')
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (filter.speaks === undefined || speaks.some((one) => one === filter.speaks)) &&
    (filter.sureness === undefined || sureness === filter.sureness)
  );
}
