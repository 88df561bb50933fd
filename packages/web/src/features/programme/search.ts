/** Which day, and as known then or as we know it now; left out, today. */
export type ProgrammeSearch = { readonly day?: string; readonly mode?: 'known' | 'true' };

export function readProgrammeSearch(search: Record<string, unknown>): ProgrammeSearch {
  const { day, mode } = search;
  return {
    ...(typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
    ...(mode === 'known' || mode === 'true' ? { mode } : {}),
  };
}
