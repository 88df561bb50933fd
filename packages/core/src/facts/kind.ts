import type { Field, Label, Purpose } from './field.ts';

/** How long facts of a kind are kept: an upper bound, counted from the named field (DECISIONS 10). */
export type Retention = { readonly months: number; readonly from: string };

export type Kind = {
  readonly name: string;
  readonly label: Label;
  readonly purpose: Purpose;
  /** What the kind is for, one sentence in each language; printed by `sallyport facts`. */
  readonly about: Label;
  /** The day field that says when the fact came to be; the fact does not exist for questions about earlier days. */
  readonly happened: string;
  /** The instant of the same event, where limits in hours are counted from or met by it. */
  readonly happenedAt?: string;
  /** Half-open validity [from, until), for the met form `covers`; a null `until` never ends. */
  readonly valid?: { readonly from: string; readonly until: string };
  readonly retention: Retention;
  readonly fields: Readonly<Record<string, Field>>;
};

export const kind = (
  name: string,
  zh: string,
  en: string,
  rest: Omit<Kind, 'name' | 'label' | 'retention' | 'about'> & { about: [zh: string, en: string]; keep?: number },
): Kind => {
  const { about, keep = 120, ...shape } = rest;
  return {
    name,
    label: { zh, en },
    about: { zh: about[0], en: about[1] },
    retention: { months: keep, from: shape.happened },
    ...shape,
  };
};
