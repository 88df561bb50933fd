import type { Kind } from '@sallyport/core/facts';
import type { SentFields } from './fact-form.ts';

/** Whom a fact is about, as its number. */
export function personIn(fields: SentFields): string | null {
  const person = fields['person'];
  return typeof person === 'string' ? person : null;
}

/** What people call a fact: its name, title or number, where its kind has one. */
export function titleOf(kind: Kind, fields: SentFields): string | null {
  for (const name of ['name', 'title', 'number']) {
    const value = fields[name];
    if (kind.fields[name]?.type === 'text' && typeof value === 'string') return value;
  }
  return null;
}
