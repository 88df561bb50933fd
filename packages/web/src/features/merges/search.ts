import { textOf } from '../../ui/list-search.ts';

export type MergeSearch = { readonly keep?: string; readonly drop?: string };

export function readMergeSearch(search: Record<string, unknown>): MergeSearch {
  const [keep, drop] = [textOf(search['keep']), textOf(search['drop'])];
  return { ...(keep === undefined ? {} : { keep }), ...(drop === undefined ? {} : { drop }) };
}
