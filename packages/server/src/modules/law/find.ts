import { clauseName, type Law } from '@sallyport/core/law';
import { clauseRef } from './clause-ref.ts';

const most = 20;

/** Clauses that bear every word of what was typed: in their name or heading first, then in their gist. */
export function findClauses(law: Law, typed: string) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const bears = (...texts: readonly string[]): boolean => {
    const text = texts.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const all = [...law.clauses].map(([id, { clause }]) => {
    const [name, { heading, gist }] = [clauseName(law, id), clause];
    const named = bears(id, name.zh, name.en, heading.zh, heading.en);
    return { id, named, told: named || bears(heading.zh, heading.en, gist.zh, gist.en) };
  });
  const found = [...all.filter(({ named }) => named), ...all.filter(({ named, told }) => told && !named)];
  return found.slice(0, most).map(({ id }) => clauseRef(law, id));
}
