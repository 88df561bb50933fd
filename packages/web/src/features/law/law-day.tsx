import { Group, TextInput } from '@mantine/core';
import type { showClause } from '@sallyport/server/contracts/law';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { seatDay } from '../../app/seat.ts';
import { useLawSearch } from './use-law-search.ts';

type AsOf = z.output<(typeof showClause)['output']>['asOf'];

/** Of which day the law is shown, and whether what is shown was in force on it. */
export function LawDay({ asOf }: { readonly asOf?: AsOf }) {
  const { t, language } = useWords();
  const [{ on = '' }, change] = useLawSearch();
  return (
    <>
      <Group align="flex-end" mb="md" className="no-print">
        <TextInput
          type="date"
          label={t('law.asOf')}
          maw="20em"
          value={on}
          onChange={(event) => change({ on: event.currentTarget.value })}
        />
        {on === '' ? null : (
          <Link className="onward" to="/law/compare" search={{ from: on, to: seatDay() }}>
            {t('law.changedSince')}
          </Link>
        )}
      </Group>
      {asOf === undefined || asOf === null ? null : (
        <p role="status" className={asOf.state === 'inForce' ? undefined : 'state state-open said'}>
          {t(`law.stood.${asOf.state}`, { day: dayText(asOf.day, language) })}
        </p>
      )}
    </>
  );
}
