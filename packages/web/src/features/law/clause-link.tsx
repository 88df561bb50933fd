import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language-context.tsx';
import { dayOf } from './search.ts';
import { useLawSearch } from './use-law-search.ts';

type Props = { readonly clause: string; readonly name: { readonly zh: string; readonly en: string } };

/** A clause by its name; its id is `<edition>/<clause>`. Within the law the day that is asked of goes on with the reader. */
export function ClauseLink({ clause, name }: Props) {
  const { said } = useWords();
  const [search] = useLawSearch();
  const [edition = '', id = ''] = clause.split('/');
  return (
    <Link
      to="/law/$edition/$clause"
      params={{ edition, clause: id }}
      search={dayOf(search)}
      style={{ color: 'inherit' }}
    >
      {said(name)}
    </Link>
  );
}
