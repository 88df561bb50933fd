import type { showLeaving } from '@sallyport/server/contracts/people';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { useWords } from '../../app/language-context.tsx';

export type Item = z.output<typeof showLeaving.output>['open'][number];

/** What is open, and the way to it. */
export function ItemText({ item }: { readonly item: Item }) {
  const { t, said } = useWords();
  const { what, name, title, fact, period } = item;
  const asked = said(title);
  return (
    <>
      <span className="row-title">
        {what === 'role' || fact === null ? (
          asked
        ) : what === 'duty' ? (
          <Link
            to="/duty"
            search={{ rule: name, subject: fact, ...(period === null ? {} : { period }) }}
            style={{ color: 'inherit' }}
          >
            {asked}
          </Link>
        ) : what === 'device' ? (
          <Link to="/devices/$id" params={{ id: fact }} style={{ color: 'inherit' }}>
            {asked}
          </Link>
        ) : (
          <Link to="/register/$kind/facts/$id" params={{ kind: name, id: fact }} style={{ color: 'inherit' }}>
            {asked}
          </Link>
        )}
      </span>
      <span>{t(`leaving.what.${what}`)}</span>
    </>
  );
}
