import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language-context.tsx';

type Props = { readonly clause: string; readonly name: { readonly zh: string; readonly en: string } };

/** A clause by its name; its id is `<edition>/<clause>`. */
export function ClauseLink({ clause, name }: Props) {
  const { said } = useWords();
  const [edition = '', id = ''] = clause.split('/');
  return (
    <Link to="/law/$edition/$clause" params={{ edition, clause: id }} style={{ color: 'inherit' }}>
      {said(name)}
    </Link>
  );
}
