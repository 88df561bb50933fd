import type { ByteKeys } from './byte-keys.ts';
import type { ColumnDraft, Expected } from './drafts/draft.ts';
import { refDraft } from './drafts/ref-draft.ts';
import { dayDraft, flagDraft, numberDraft } from './drafts/scalar-drafts.ts';
import { textDraft } from './drafts/text-draft.ts';
import { wordDraft } from './drafts/word-draft.ts';
import type { Field } from './field.ts';

/** `targets` are the ids of the kind a reference points at, as far as they have been read. */
export function columnDraft(field: Field, expected: Expected = { rows: 0 }, targets?: ByteKeys): ColumnDraft {
  switch (field.type) {
    case 'day':
      return dayDraft(field, expected);
    case 'instant':
    case 'integer':
      return numberDraft(field, field.type, expected);
    case 'boolean':
      return flagDraft(field, expected);
    case 'word':
      return wordDraft(field, expected);
    case 'ref':
      return refDraft(field, expected, targets);
    case 'text':
      return textDraft(field);
  }
}
