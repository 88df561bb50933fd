/** What the address of the overview says. */
export type LeavingsSearch = { readonly all?: true };

export const readLeavingsSearch = (search: Readonly<Record<string, unknown>>): LeavingsSearch =>
  search['all'] === true ? { all: true } : {};
