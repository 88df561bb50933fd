import { clauseName, type Law } from '@sallyport/core/law';

/** A clause as another page names it; one that no installed pack has is a fault of the checks. */
export function clauseRef(law: Law, id: string) {
  const found = law.clauses.get(id);
  if (!found) throw new Error(`there is no clause ${id}`);
  return { clause: id, name: clauseName(law, id), heading: found.clause.heading };
}
