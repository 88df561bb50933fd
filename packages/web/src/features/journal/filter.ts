/** What stands in the fields of the search. */
export type Filter = {
  readonly action: string;
  readonly subject: string;
  readonly from: string;
  readonly until: string;
};

export type Asked = Partial<Filter>;

export const noFilter: Filter = { action: '', subject: '', from: '', until: '' };

/** Only what was filled in is asked for. */
export const filterOf = (filter: Filter): Asked =>
  Object.fromEntries(
    Object.entries(filter)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
