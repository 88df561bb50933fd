import { Link } from '@tanstack/react-router';
import { FactName } from './fact-name.tsx';

export function FactLink({ kind, id }: { readonly kind: string; readonly id: string }) {
  return (
    <Link to="/register/$kind/facts/$id" params={{ kind, id }} style={{ color: 'inherit' }}>
      <FactName kind={kind} id={id} withKind />
    </Link>
  );
}
