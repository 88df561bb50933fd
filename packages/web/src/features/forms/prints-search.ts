import type { scanStates } from '@sallyport/server/contracts/forms';

/** What the address of the register of prints says. */
export type PrintsSearch = {
  readonly form?: string;
  readonly scan?: (typeof scanStates)[number];
  readonly person?: string;
  readonly number?: string;
  readonly from?: string;
  readonly before?: string;
};

/** As the contract has them; it is not fetched for an address. */
const scans: typeof scanStates = ['out', 'returned'];

const day = /^\d{4}-\d{2}-\d{2}$/;

export function readPrintsSearch(search: Readonly<Record<string, unknown>>): PrintsSearch {
  const text = (name: string, shape: RegExp = /./): object => {
    const value = search[name];
    return typeof value === 'string' && value.length <= 60 && shape.test(value) ? { [name]: value } : {};
  };
  const scan = scans.find((one) => one === search['scan']);
  return {
    ...text('form'),
    ...text('person'),
    ...text('number'),
    ...text('from', day),
    ...text('before', day),
    ...(scan === undefined ? {} : { scan }),
  };
}
