import type { Shown } from './edition-facts.tsx';

export type Filter = { readonly text: string; readonly speaks: string; readonly sureness: string };

export const noFilter: Filter = { text: '', speaks: '', sureness: '' };

type Provision = Shown['provisions'][number];

/** Words are looked for in both languages: whoever reads English may well search for a Chinese term. */
export function fits({ name, heading, gist, speaks, sureness }: Provision, filter: Filter): boolean {
  const text = [name, heading, gist]
    .flatMap(({ zh, en }) => [zh, en])
    .join('\n')
    .toLowerCase();
  return (
    filter.text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (filter.speaks === '' || speaks.some((one) => one === filter.speaks)) &&
    (filter.sureness === '' || sureness === filter.sureness)
  );
}
