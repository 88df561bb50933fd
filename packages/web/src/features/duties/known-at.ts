type Change = { readonly version: number; readonly recordedAt: string };

/** Of a history, whichever way it is ordered: the change that was the last one known by a moment, and those nobody knew of yet. */
export function knownAt<One extends Change>(
  history: readonly One[],
  moment: Date,
): { readonly inForce: One | null; readonly later: ReadonlySet<number> } {
  const isKnown = ({ recordedAt }: Change): boolean => Date.parse(recordedAt) <= moment.getTime();
  const known = history.filter(isKnown).toSorted((a, b) => b.version - a.version);
  const later = history.filter((change) => !isKnown(change)).map(({ version }) => version);
  return { inForce: known[0] ?? null, later: new Set(later) };
}
