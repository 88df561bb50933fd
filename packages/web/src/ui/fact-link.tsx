import { Link } from '@tanstack/react-router';
import { FactName } from './fact-name.tsx';

type Props = { readonly kind: string; readonly id: string; readonly name?: string | undefined };

export function FactLink({ kind, id, name }: Props) {
  return (
    <Link to="/register/$kind/facts/$id" params={{ kind, id }} style={{ color: 'inherit' }}>
      <FactName kind={kind} id={id} name={name} withKind />
    </Link>
  );
}
