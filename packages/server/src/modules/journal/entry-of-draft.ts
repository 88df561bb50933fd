import { randomUUID } from 'node:crypto';
import { formatDay, microsPerDay } from '@sallyport/core/calendar';
import {
  canonicalJson,
  commitments,
  type Entry,
  entryBytes,
  hashAt,
  type Json,
  leafHashes,
  type Opening,
} from '@sallyport/core/journal';
import type { EntryDraft } from '../../platform/actions/ports.ts';
import { aboutPerson } from './about-person.ts';
import { type JournalParts, sha } from './log.ts';

/** An entry with all that is stored beside it. */
export type MadeEntry = {
  readonly id: string;
  readonly body: Uint8Array;
  readonly draft: EntryDraft;
  readonly account: string | null;
  readonly day: string;
  /** Its place in time for the order of sealing; of an entry with the day alone, the day's beginning. */
  readonly at: number;
  readonly contents: string;
  readonly salts: Uint8Array;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-([1-8])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

type Read = { readonly draft: EntryDraft; readonly refs: Entry['refs']; readonly openings: readonly Opening[] };

/**
 * A subject with a random id stands in the entry; one that came with an id of its own, such as a staff number, is committed to like a
 * value and can be erased. Of an entry with the day alone an id that holds the minute is committed to as well. Whom it is about always is:
 * erasure, and what somebody is told is held on them, go by the column that says so.
 */
function read(draft: EntryDraft, salt: () => Uint8Array): Read {
  const { subject, dayOnly } = draft;
  const parting = subject?.indexOf('/') ?? -1;
  const kind = subject?.slice(0, parting) ?? '';
  const id = subject?.slice(parting + 1) ?? '';
  const version = uuid.exec(id)?.[1];
  const named = subject !== null && (dayOnly ? version === '4' : version !== undefined);
  const values: Record<string, unknown> = {
    ...draft.fields,
    ...(subject === null || named ? {} : { [`subject.${kind}`]: id }),
    ...(draft.person === null ? {} : { [aboutPerson]: draft.person }),
  };
  const openings = Object.keys(values)
    .toSorted()
    .map((path): Opening => ({ path, value: (values[path] ?? null) as Json, salt: salt() }));
  return { draft, refs: named ? { [kind]: id } : {}, openings };
}

/** Entries of drafts: all salts drawn and all commitments computed in one go. */
export function makeEntries(
  drafts: readonly EntryDraft[],
  { ids, dayOf }: Pick<JournalParts, 'ids' | 'dayOf'>,
): { readonly entries: readonly MadeEntry[]; readonly leaves: Uint8Array } {
  const all = drafts.map((draft) => read(draft, ids.salt));
  const hashes = commitments(
    sha,
    all.flatMap(({ openings }) => openings),
  );
  let next = 0;
  const entries = all.map(({ draft, refs, openings }): MadeEntry => {
    const { action, dayOnly, at, open = null } = draft;
    const id = dayOnly ? randomUUID() : ids.uuid();
    const account = dayOnly ? null : draft.account;
    const civil = dayOf(at);
    const fields: Record<string, Uint8Array> = {};
    for (const { path } of openings) fields[path] = hashAt(hashes, next++);
    return {
      id,
      body: entryBytes({
        id,
        action,
        actor: account,
        at: dayOnly ? { day: civil } : { instant: at },
        refs,
        fields,
        open,
      }),
      draft,
      account,
      day: formatDay(civil),
      at: dayOnly ? civil * microsPerDay : at,
      contents: canonicalJson(Object.fromEntries(openings.map(({ path, value }) => [path, value]))),
      salts: Buffer.concat(openings.map(({ salt }) => salt)),
    };
  });
  return {
    entries,
    leaves: leafHashes(
      sha,
      entries.map(({ body }) => body),
    ),
  };
}
