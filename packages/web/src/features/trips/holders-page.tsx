import { Button } from '@mantine/core';
import { endHolder, listHolders, nameHolder } from '@sallyport/server/contracts/trips';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { LeadAsked } from './lead-asked.tsx';
import { NameHolder } from './name-holder.tsx';

/** Who decides as which role, for the organisation or a unit with all under it, deputies (AB角) beside the first. */
export function HoldersPage() {
  const { t, language } = useWords();
  const who = useMe();
  const [naming, setNaming] = useState(false);
  const found = useAsk(listHolders, {});
  const end = useAct(endHolder);
  const items = found.data?.items ?? [];
  const people = useNames(
    'person',
    items.map(({ person }) => person),
  );
  const units = useNames(
    'unit',
    items.map(({ unit }) => unit),
  );
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const names = isAdmitted(nameHolder.admits, who);
  return (
    <>
      <p className="back">
        <Link to="/trips">{t('app.back')}</Link>
      </p>
      <PageHead
        title={t('trip.holders')}
        note={t('trip.holdersNote')}
        action={names && !naming ? <Button onClick={() => setNaming(true)}>{t('trip.nameHolder')}</Button> : null}
      />
      {naming ? <NameHolder done={() => setNaming(false)} /> : null}
      <ProblemView error={end.error} />
      <LeadAsked />
      {items.length === 0 ? <Empty title={t('trip.noHolders')} note={t('trip.noHoldersNote')} /> : null}
      {items.map(({ holder, role, unit, person, deputy, from, until }) => (
        <div key={holder} className="row still">
          <span className="row-title">
            {t('trip.stepOf', { role: t(`trip.role.${role}`), name: people.get(person) ?? person })}
          </span>
          <span>{t(deputy ? 'trip.isDeputy' : 'trip.isFirst')}</span>
          <span className="row-more">
            <span>{unit === null ? t('trip.wholeHouse') : (units.get(unit) ?? unit)}</span>
            <span>{t('trip.holdsFrom', { day: dayText(from, language) })}</span>
            {until === null ? null : <span>{t('trip.until', { day: dayText(until, language) })}</span>}
          </span>
          {names ? (
            <div style={{ gridColumn: '1 / -1' }}>
              <Button
                variant="default"
                size="compact-sm"
                loading={end.isPending}
                onClick={() => end.mutate({ holder })}
              >
                {t('trip.endHolder', { name: people.get(person) ?? person })}
              </Button>
            </div>
          ) : null}
        </div>
      ))}
    </>
  );
}
