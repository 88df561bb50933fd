/**
 * The parts a fact kind is declared with. A field says what it holds, who may read it in a rule, how personal it is
 * and how it behaves in time; nothing else in the program knows these things about it.
 */

/** Why a fact is held. A rule reads facts of its own purpose and the few pairs of `access/purposes.ts` (PEOPLE.md, purpose walls). */
export const purposes = [
  'organisation',
  'education',
  'travel',
  'custody',
  'exchange',
  'reporting',
  'inspection',
  'personnel',
] as const;
export type Purpose = (typeof purposes)[number];

/** What a rule may learn from a field: its value, only whether there is one, or nothing at all. */
export type Readable = 'value' | 'exists' | 'never';

/** `yes`: about a person. `sensitive`: PIPL 28 (whereabouts, health, belief, …). */
export type Personal = 'no' | 'yes' | 'sensitive';

/** `milestone`: the day or moment something happened, unknown before it. `planned`: may lie in the future. */
export type Timing = 'plain' | 'planned' | 'milestone';

export type FieldType = 'day' | 'instant' | 'integer' | 'boolean' | 'word' | 'text' | 'ref';

export type Label = { readonly zh: string; readonly en: string };

export type Field = {
  readonly type: FieldType;
  readonly label: Label;
  /** `false`: the register must give it. `true`: "not known (yet)" is a real answer. */
  readonly nullable: boolean;
  readonly timing: Timing;
  readonly readable: Readable;
  readonly personal: Personal;
  /** Overrides the purpose of the kind. */
  readonly purpose?: Purpose;
  /** The closed list a `word` is taken from; each with its own label. */
  readonly words?: Readonly<Record<string, Label>>;
  /** Other names for those words, which files of other programs use. */
  readonly also?: Readonly<Record<string, string>>;
  /** The kind a `ref` points at, and the name under which that kind sees the facts pointing at it. */
  readonly to?: string;
  readonly inverse?: string;
  /** A milestone after which the record no longer asks for anything (cancelled, revoked): duties on it become void. */
  readonly ends?: boolean;
  /** Least value of an `integer`; the greatest is 2^53 - 1. */
  readonly min?: number;
};

type Options = Partial<Omit<Field, 'type' | 'label' | 'words' | 'to' | 'inverse'>>;

const make = (type: FieldType, zh: string, en: string, rest: Partial<Field>): Field => ({
  type,
  label: { zh, en },
  nullable: false,
  timing: 'plain',
  readable: 'value',
  personal: 'no',
  ...rest,
});

/** A civil day that may lie ahead: a plan, a limit, the end of a validity. */
export const day = (zh: string, en: string, options: Options = {}): Field =>
  make('day', zh, en, { timing: 'planned', ...options });

/** The civil day on which something happened; null until then, and hidden from questions about earlier days. */
export const milestone = (zh: string, en: string, options: Options = {}): Field =>
  make('day', zh, en, { timing: 'milestone', nullable: true, ...options });

/** A milestone that ends the record: see `Field.ends`. */
export const ending = (zh: string, en: string, options: Options = {}): Field =>
  milestone(zh, en, { ends: true, ...options });

/** A point in time with offset, for limits counted in hours. */
export const moment = (zh: string, en: string, options: Options = {}): Field =>
  make('instant', zh, en, { timing: 'milestone', ...options });

export const integer = (zh: string, en: string, options: Options = {}): Field =>
  make('integer', zh, en, { min: 0, ...options });

export const flag = (zh: string, en: string, options: Options = {}): Field => make('boolean', zh, en, options);

export const word = (zh: string, en: string, words: Record<string, Label>, options: Options = {}): Field =>
  make('word', zh, en, { words, ...options });

/** Free text and names. Never readable by a rule: an opaque type that no operator accepts. */
export const text = (zh: string, en: string, options: Options = {}): Field =>
  make('text', zh, en, { readable: 'never', nullable: true, ...options });

/** A named relation and its named inverse: `ref('行程', 'trip', 'trip', 'travellers')` on traveller. */
export const ref = (zh: string, en: string, to: string, inverse: string, options: Options = {}): Field =>
  make('ref', zh, en, { to, inverse, ...options });

/** One label of a word list. */
export const label = (zh: string, en: string): Label => ({ zh, en });
