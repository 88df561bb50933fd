import { namesOf } from '@sallyport/server/contracts/register';
import { useAsk } from './ask.ts';
import { isAdmitted, useMe } from './session.ts';

export type Names = ReadonlyMap<string, string>;
type Kind = 'person' | 'unit' | 'post' | 'organisation';

const none: Names = new Map();

/** Names of people, units, posts or organisations that a list holds by number, as far as the reader may read them; each look at somebody is recorded. */
export function useNames(kind: Kind, ids: readonly (string | null)[]): Names {
  const who = useMe();
  const wanted = [...new Set(ids.filter((id) => id !== null))].toSorted().slice(0, 100);
  const enabled = wanted.length > 0 && isAdmitted(namesOf.admits, who);
  const { data } = useAsk(namesOf, { kind, ids: wanted }, { enabled, staleTime: 300_000 });
  return data === undefined ? none : new Map(data.names.map(({ id, name }) => [id, name]));
}

/** What one of them is called: null while that is being asked, undefined where it is not to be had. */
export function useName(kind: Kind, id: string | undefined): string | null | undefined {
  const enabled = isAdmitted(namesOf.admits, useMe()) && id !== undefined;
  const { data, error, isPlaceholderData } = useAsk(
    namesOf,
    { kind, ids: id === undefined ? [] : [id] },
    { enabled, staleTime: 300_000 },
  );
  if (!enabled || error !== null) return undefined;
  return data === undefined || isPlaceholderData ? null : data.names.find((one) => one.id === id)?.name;
}
