import { fromBase64 } from '../bytes/base64.ts';
import { copyOf, sameBytes } from '../bytes/bytes.ts';
import { Messages } from '../bytes/messages.ts';
import { fromUtf8 } from '../bytes/utf8.ts';
import { JournalError } from '../journal-error.ts';
import { byUnit, canonicalJson, type Json } from '../json.ts';
import { hashLength } from '../sha256.ts';
import { type Entry, longestEntry, parseRecordedAt, printRecordedAt } from './entry.ts';
import { isWellFormed } from './form.ts';

/** The bytes that are hashed, stored and exported: RFC 8785, so that an entry has one form only. */
export function entryBytes(entry: Entry): Uint8Array {
  for (const path in entry.fields) if (entry.fields[path]?.length !== hashLength) throw new JournalError('hash-length');
  if (!isWellFormed(entry)) throw new JournalError('entry-malformed');
  const bytes = written(entry);
  if (bytes.length > longestEntry) throw new JournalError('entry-too-long');
  return bytes;
}

/** The entry in these bytes, or null: another spelling of the same entry is another leaf, and is refused. */
export function readEntry(bytes: Uint8Array): Entry | null {
  if (bytes.length > longestEntry) return null;
  const entry = parse(fromUtf8(bytes));
  return entry !== null && isWellFormed(entry) && sameBytes(written(entry), bytes) ? entry : null;
}

/**
 * Canonical JSON member by member. A well-formed entry's words, ids and paths are ASCII without anything to escape, so they are written as
 * they are: ten times the speed of building the value first.
 */
function written({ id, action, actor, at, refs, fields, open }: Entry): Uint8Array {
  const json = new Messages(1024);
  json.text(
    `{"action":"${action}","actor":${actor === null ? 'null' : `"${actor}"`},"at":"${printRecordedAt(at)}","fields":{`,
  );
  let comma = '';
  for (const path of Object.keys(fields).toSorted(byUnit)) {
    json.text(`${comma}"${path}":"`).base64(fields[path] ?? noHash);
    comma = '",';
  }
  json.text(`${comma === '' ? '' : '"'}},"id":"${id}"`);
  if (open !== null) json.text(`,"open":${canonicalJson(open)}`);
  json.text(`,"refs":${canonicalJson(refs)},"v":1}`);
  return copyOf(json.bytes);
}

const noHash = new Uint8Array(0);

function parse(text: string | null): Entry | null {
  const form = text === null ? null : record(jsonFrom(text));
  const refs = record(form?.['refs']);
  const written = record(form?.['fields']);
  const { id, action, actor = '', at } = form ?? {};
  const open = form?.['open'] === undefined ? null : record(form['open']);
  const recorded = typeof at === 'string' ? parseRecordedAt(at) : null;
  if (refs === null || written === null || recorded === null) return null;
  if (typeof id !== 'string' || typeof action !== 'string' || (actor !== null && typeof actor !== 'string'))
    return null;
  const fields: Record<string, Uint8Array> = {};
  for (const [path, commitment] of Object.entries(written)) {
    const hash = typeof commitment === 'string' ? fromBase64(commitment) : null;
    if (hash?.length !== hashLength) return null;
    fields[path] = hash;
  }
  const ids = Object.entries(refs).filter((ref): ref is [string, string] => typeof ref[1] === 'string');
  if (ids.length !== Object.keys(refs).length) return null;
  return { id, action, actor, at: recorded, refs: Object.fromEntries(ids), fields, open };
}

/** A stranger's text nests as deep as it likes; an entry is flat but for what stands in the open. */
function jsonFrom(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

const record = (value: Json | undefined): { readonly [key: string]: Json } | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : null;
