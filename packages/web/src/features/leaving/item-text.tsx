import { roles } from '@sallyport/core/access';
import type { showLeaving } from '@sallyport/server/contracts/people';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { FactLink } from '../../ui/fact-link.tsx';

export type Item = z.output<typeof showLeaving.output>['open'][number];

/** What is open, and the way to it. */
export function ItemText({ item }: { readonly item: Item }) {
  const { t, language } = useWords();
  const { what, name, fact, period } = item;
  const role = roles.find((one) => one === name);
  return (
    <>
      <span className="row-title">{t(`leaving.what.${what}`)}</span>
      <span>
        {what === 'duty' && fact !== null ? (
          <Link
            to="/duty"
            search={{ rule: name, subject: fact, ...(period === null ? {} : { period }) }}
            style={{ color: 'inherit' }}
          >
            {period === null ? name : `${name} ${dayText(period, language)}`}
          </Link>
        ) : role !== undefined ? (
          t(`identity.role.${role}`)
        ) : fact === null ? (
          name
        ) : (
          <FactLink kind={name} id={fact} />
        )}
      </span>
    </>
  );
}
