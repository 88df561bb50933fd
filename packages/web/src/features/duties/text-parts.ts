type Named = { readonly kind: string; readonly id: string };

/** A sentence in pieces: what is said, and each record that it names by number. */
export type TextPart = string | Named;

/**
 * A sentence of the explanation, taken apart where it names a record, so that each can be opened. The program writes it without names of
 * people: a look at somebody's name is recorded for the page that shows it.
 */
export function textParts(text: string, facts: readonly Named[]): readonly TextPart[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  // The longest first, and each place once: a number may begin as another does.
  const ids = [...byId.keys()].toSorted((one, two) => two.length - one.length);
  if (ids.length === 0) return [text];
  const sign = new RegExp(
    `(?<![\\w-])(${ids.map((id) => id.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w-])`,
  );
  return text
    .split(sign)
    .map((part, at) => (at % 2 === 0 ? part : (byId.get(part) ?? part)))
    .filter((part) => part !== '');
}
