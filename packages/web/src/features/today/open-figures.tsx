import type { todaysDuties } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';

type Open = z.output<(typeof todaysDuties)['output']>['open'];

const figures = [
  { name: 'overdue', status: 'overdue' },
  { name: 'soon', status: 'pending' },
  { name: 'review', status: 'review' },
  { name: 'unclear', status: 'unclear' },
] as const;

/** Four numbers, each of which leads to its list. */
export function OpenFigures({ open }: { readonly open: Open }) {
  const { t, language } = useWords();
  return (
    <nav className="figures" aria-label={t('today.open')}>
      {figures.map(({ name, status }) => {
        const count = open[name];
        return (
          <Link key={name} to="/duties" search={{ status }} className="figure">
            <span className="figure-number">{count === null ? '—' : countText(count, language)}</span>
            <span>{t(`today.${name}`)}</span>
            {count === null ? <span className="figure-note">{t('today.few')}</span> : null}
          </Link>
        );
      })}
    </nav>
  );
}
