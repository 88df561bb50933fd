import type { Field, Kind } from '@sallyport/core/facts';
import { instantOf, seatMinute } from '../../app/seat.ts';

/** What a form holds: what was typed, as text, before it is read. */
export type Drafts = Readonly<Record<string, string>>;

/** A cell as it is sent and as it comes back. */
export type SentCell = string | number | boolean | null;
export type SentFields = Readonly<Record<string, SentCell>>;

/** A field that the personnel file keeps; `taken`: it is kept here all the same. */
export type HeldOf = { readonly field: string; readonly day: string; readonly taken: boolean };

/** The drafts of a fact, or of a new one: an empty draft is "not known". */
export const draftsOf = (kind: Kind, fields: SentFields = {}): Drafts =>
  Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, draftOf(field, fields[name] ?? null)]));

function draftOf(field: Field, cell: SentCell): string {
  if (cell === null) return '';
  return field.type === 'instant' ? minuteOf(String(cell)) : String(cell);
}

/** What is sent for the drafts. What cannot be read goes as it is, and the program says what is wrong with it. */
export const fieldsOf = (kind: Kind, drafts: Drafts): SentFields =>
  Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, cellOf(field, drafts[name] ?? '')]));

function cellOf(field: Field, draft: string): SentCell {
  const given = draft.trim();
  if (given === '') return null;
  switch (field.type) {
    case 'integer':
      return /^-?\d{1,15}$/.test(given) ? Number(given) : given;
    case 'boolean':
      return given === 'true' ? true : given === 'false' ? false : given;
    case 'instant':
      return instantOf(given)?.toISOString() ?? given;
    default:
      return given;
  }
}

/** An instant as the field of the browser takes it: the seat's time to the minute. */
function minuteOf(instant: string): string {
  const moment = new Date(instant);
  return Number.isNaN(moment.getTime()) ? '' : seatMinute(moment);
}

/** The fields in which two states of a fact differ, in the order of the form. */
export const differing = (kind: Kind, one: Drafts, other: Drafts): readonly string[] =>
  Object.keys(kind.fields).filter((name) => (one[name] ?? '') !== (other[name] ?? ''));

/** Fields that must be given come first; those that may wait follow, each group in the vocabulary's order. */
export const formOrder = (kind: Kind): readonly (readonly [string, Field])[] => {
  const all = Object.entries(kind.fields);
  return [...all.filter(([, field]) => !field.nullable), ...all.filter(([, field]) => field.nullable)];
};

export type FieldProblems = Readonly<Record<string, string>>;

/** What a refusal says of each field, by its name. */
export function problemsOf(details: Readonly<Record<string, unknown>> | undefined): FieldProblems {
  const problems: unknown = details?.['problems'];
  if (!Array.isArray(problems)) return {};
  return Object.fromEntries(
    problems.flatMap((one: unknown) => {
      if (typeof one !== 'object' || one === null) return [];
      const { field, problem } = one as { field?: unknown; problem?: unknown };
      return typeof field === 'string' && typeof problem === 'string' ? [[field, problem] as const] : [];
    }),
  );
}
