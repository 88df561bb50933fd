/** The two days of a comparison, as the address says them; at first the days about the amended Counter-Espionage Law. */
export type CompareSearch = {
  readonly from: string;
  readonly to: string;
  /** Two instruments to put side by side. */
  readonly one?: string;
  readonly two?: string;
};

const dayOf = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : otherwise;

const editionOf = (name: 'one' | 'two', value: unknown): Pick<CompareSearch, 'one' | 'two'> =>
  typeof value === 'string' && /^[a-z0-9-]{1,60}$/.test(value) ? { [name]: value } : {};

export const readCompareSearch = (search: Record<string, unknown>): CompareSearch => ({
  from: dayOf(search['from'], '2023-06-30'),
  to: dayOf(search['to'], '2023-07-01'),
  ...editionOf('one', search['one']),
  ...editionOf('two', search['two']),
});
