import { vocabulary } from '@sallyport/core/facts';
import { useWords } from '../app/language-context.tsx';

type Props = { readonly kind: string; readonly id: string; readonly withKind?: boolean };

/** A fact by its kind and number. Names of people are not fetched for lists: every look at a person is recorded (DECISIONS 10). */
export function FactName({ kind, id, withKind = false }: Props) {
  const { said } = useWords();
  const label = vocabulary.kinds.get(kind)?.label;
  return (
    <span>
      {withKind && label !== undefined ? `${said(label)} ` : ''}
      {id}
    </span>
  );
}
