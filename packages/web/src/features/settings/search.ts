import { readFoundSearch, textOf } from '../../ui/list-search.ts';

/** What the address of the settings says: part of a title, what its rules are about, and as of which day; left out, today. */
export type SettingsSearch = { readonly find?: string; readonly about?: string; readonly on?: string };

export function readSettingsSearch(search: Readonly<Record<string, unknown>>): SettingsSearch {
  const on = textOf(search['on']);
  const about = textOf(search['about']);
  return {
    ...readFoundSearch(search),
    ...(about === undefined ? {} : { about }),
    ...(on !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {}),
  };
}

type Dated = {
  readonly standard: number;
  readonly own: readonly { readonly value: number; readonly from: string }[];
};

/** What held on a day: the last decision that counted by then, else what the pack proposes. `own` has the newest first. */
export function heldOn(
  { standard, own }: Dated,
  day: string,
): { readonly value: number; readonly since: string | null } {
  const held = own.find(({ from }) => from <= day);
  return held === undefined ? { value: standard, since: null } : { value: held.value, since: held.from };
}
