import { vocabulary } from '@sallyport/core/facts';
import { headed } from '../app/format.ts';
import { useWords } from '../app/language-context.tsx';

type Props = {
  readonly kind: string;
  readonly id: string;
  /** Where the page has asked for it (`useNames`). */
  readonly name?: string | undefined;
  readonly withKind?: boolean;
};

/** What the program gave a fact by itself says nothing to people: its kind stands alone. */
const isMachineMade = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** A fact by its kind, and its name or number. Names are asked for by the page, once for all: every look at a person is recorded (DECISIONS 10). */
export function FactName({ kind, id, name, withKind = false }: Props) {
  const { said } = useWords();
  const label = vocabulary.kinds.get(kind)?.label;
  if (name === undefined && label !== undefined && isMachineMade(id)) return <span>{headed(said(label))}</span>;
  return (
    <span>
      {withKind && label !== undefined ? `${headed(said(label))} ` : ''}
      {name ?? id}
    </span>
  );
}
