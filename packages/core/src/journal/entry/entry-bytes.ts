import { base64, fromBase64 } from '../bytes/base64.ts';
import { sameBytes } from '../bytes/bytes.ts';
import { fromUtf8, utf8 } from '../bytes/utf8.ts';
import { JournalError } from '../journal-error.ts';
import { canonicalJson, type Json } from '../json.ts';
import { hashLength } from '../sha256.ts';
import { type Entry, longestEntry, parseRecordedAt } from './entry.ts';
import { isWellFormed, jsonOf } from './form.ts';

/** The bytes that are hashed, stored and exported: RFC 8785, so that an entry has one form only. */
export function entryBytes(entry: Entry): Uint8Array {
  const fields: Record<string, string> = {};
  for (const [path, commitment] of Object.entries(entry.fields)) {
    if (commitment.length !== hashLength) throw new JournalError('hash-length');
    fields[path] = base64(commitment);
  }
  if (!isWellFormed(entry)) throw new JournalError('entry-malformed');
  const bytes = utf8(canonicalJson(jsonOf(entry, fields)));
  if (bytes.length > longestEntry) throw new JournalError('entry-too-long');
  return bytes;
}

/** The entry in these bytes, or null: another spelling of the same entry is another leaf, and is refused. */
export function readEntry(bytes: Uint8Array): Entry | null {
  if (bytes.length > longestEntry) return null;
  const entry = parse(fromUtf8(bytes));
  if (entry === null || !isWellFormed(entry)) return null;
  const fields = Object.fromEntries(Object.entries(entry.fields).map(([path, hash]) => [path, base64(hash)]));
  return sameBytes(utf8(canonicalJson(jsonOf(entry, fields))), bytes) ? entry : null;
}

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
