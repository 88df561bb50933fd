import { clauseName, type Law } from '@sallyport/core/law';
import { clauseRef } from './clause-ref.ts';
import { newest } from './edition.ts';

const most = 20;

const bearing = (typed: string) => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return (...texts: readonly string[]): boolean => {
    const text = texts.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
};

/** Rules by the words of their title first, then by the name of a clause they rest on. */
export function findRules(law: Law, typed: string) {
  const bears = bearing(typed);
  const all = newest(law.rules).map((rule) => {
    const titled = bears(rule.title.zh, rule.title.en);
    const clause = rule.clauses.find((id) => {
      const name = clauseName(law, id);
      return bears(id, name.zh, name.en);
    });
    return { rule, titled, clause };
  });
  const found = [
    ...all.filter(({ titled }) => titled),
    ...all.filter(({ titled, clause }) => clause !== undefined && !titled),
  ];
  return found.slice(0, most).map(({ rule, clause }) => {
    const named = clause ?? rule.clauses[0];
    return { rule: rule.id, title: rule.title, clause: named === undefined ? null : clauseRef(law, named) };
  });
}

/** Clauses that bear every word of what was typed: in their name or heading first, then in their gist. */
export function findClauses(law: Law, typed: string) {
  const bears = bearing(typed);
  const all = [...law.clauses].map(([id, { clause }]) => {
    const [name, { heading, gist }] = [clauseName(law, id), clause];
    const named = bears(id, name.zh, name.en, heading.zh, heading.en);
    return { id, named, told: named || bears(heading.zh, heading.en, gist.zh, gist.en) };
  });
  const found = [...all.filter(({ named }) => named), ...all.filter(({ named, told }) => told && !named)];
  return found.slice(0, most).map(({ id }) => clauseRef(law, id));
}
