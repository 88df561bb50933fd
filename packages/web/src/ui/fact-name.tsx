import { vocabulary } from '@sallyport/core/facts';
import { useWords } from '../app/language-context.tsx';

type Props = {
  readonly kind: string;
  readonly id: string;
  /** Where the page has asked for it (`useNames`). */
  readonly name?: string | undefined;
  readonly withKind?: boolean;
};

/** A fact by its kind, and its name or number. Names are asked for by the page, once for all: every look at a person is recorded (DECISIONS 10). */
export function FactName({ kind, id, name, withKind = false }: Props) {
  const { said } = useWords();
  const label = vocabulary.kinds.get(kind)?.label;
  return (
    <span>
      {withKind && label !== undefined ? `${said(label)} ` : ''}
      {name ?? id}
    </span>
  );
}
