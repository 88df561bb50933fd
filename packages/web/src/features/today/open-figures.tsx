import type { todaysDuties } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { listBehind } from './behind.ts';

type Open = z.output<(typeof todaysDuties)['output']>['open'];

const figures = ['overdue', 'soon', 'review', 'unclear'] as const;

type Props = { readonly open: Open; readonly day: string };

/** Four numbers, each of which leads to its list. */
export function OpenFigures({ open, day }: Props) {
  const { t, language } = useWords();
  return (
    <nav className="figures" aria-label={t('today.open')}>
      {figures.map((name) => {
        const count = open[name];
        return (
          <Link key={name} to="/duties" search={listBehind(name, day)} className="figure">
            <span className="figure-number">{count === null ? '—' : countText(count, language)}</span>
            <span>{t(`today.${name}`)}</span>
            {count === null ? <span className="figure-note">{t('today.few')}</span> : null}
          </Link>
        );
      })}
    </nav>
  );
}
