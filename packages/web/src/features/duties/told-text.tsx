import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language-context.tsx';
import type { Names } from '../../app/names.ts';
import { textParts } from './text-parts.ts';

type Named = { readonly kind: string; readonly id: string };
type Props = {
  readonly text: string;
  readonly facts: readonly Named[];
  readonly names: Names;
  /** Not inside of what is itself pressed. */
  readonly linked?: boolean;
};

/** A sentence in which people are called by name with their number behind, and every record that is named opens. */
export function ToldText({ text, facts, names, linked = true }: Props) {
  const { language } = useWords();
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
  const called = ({ id }: Named): string => (names.has(id) ? `${names.get(id)}${open}${id}${close}` : id);
  return textParts(text, facts).map((part, at) =>
    typeof part === 'string' ? (
      part
    ) : linked ? (
      <Link key={at} to="/register/$kind/facts/$id" params={part} className="onward">
        {called(part)}
      </Link>
    ) : (
      called(part)
    ),
  );
}
