import { Button, Text } from '@mantine/core';
import { dutiesAsOf } from '@sallyport/server/contracts/duties';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAskPages } from '../../app/ask.ts';
import { dayOrMoment, dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { seatDay } from '../../app/seat.ts';
import { AsOfFields } from '../../ui/as-of-fields.tsx';
import { knownByOf } from '../../ui/as-of-search.ts';
import { Empty } from '../../ui/empty.tsx';
import { FactName } from '../../ui/fact-name.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { isBeingWritten } from '../../ui/written.ts';
import { type AsOfSearch, readAsOfSearch } from './search.ts';
import { StateMark } from './state-mark.tsx';

/** The duties of one rule on a day gone by: as known then or by a later moment, or as we now know they were (DECISIONS 4). */
export function AsOfPage() {
  const { t } = useWords();
  const asked = readAsOfSearch(useSearch({ strict: false }));
  return asked.rule === '' ? (
    <>
      <PageHead title={t('asOf.title')} />
      <Empty title={t('asOf.noRule')} note={t('asOf.noRuleNote')}>
        <Link to="/duties">{t('duties.title')}</Link>
      </Empty>
    </>
  ) : (
    <AsOf asked={asked} />
  );
}

function AsOf({ asked }: { readonly asked: AsOfSearch }) {
  const { t, said, language } = useWords();
  const navigate = useNavigate();
  const { rule, mode, day = seatDay() } = asked;
  const duties = useAskPages(dutiesAsOf, { rule, day, mode, ...knownByOf(asked) });
  const first = duties.data?.pages[0];
  const items = duties.data?.pages.flatMap((page) => page.items) ?? [];
  const kind = first?.kind ?? '';
  const subjects = items.map(({ subject }) => subject);
  const people = useNames('person', kind === 'person' ? subjects : []);
  const organisations = useNames('organisation', kind === 'organisation' ? subjects : []);
  const change = (next: Record<string, unknown>): void =>
    void navigate({ to: '/as-of', search: readAsOfSearch({ ...asked, ...next }), replace: isBeingWritten(next) });
  const moment = asked.by === undefined ? null : (first?.knownBy ?? null);
  const told = t(moment === null ? `asOf.told.${mode}` : 'asOf.told.moment', {
    day: dayText(day, language),
    moment: moment === null ? '' : momentText(moment, language),
  });
  return (
    <>
      <p className="back">
        <Link to="/duties" search={{ rule }}>
          {t('app.back')}
        </Link>
      </p>
      <PageHead
        title={t('asOf.title')}
        note={first === undefined ? undefined : t('asOf.note', { rule: said(first.title) })}
      />
      <AsOfFields chosen={asked} day={day} onChange={change} />
      <ProblemView error={duties.error} again={() => void duties.refetch()} />
      {duties.isPending ? (
        <Loading />
      ) : duties.error !== null ? null : items.length === 0 ? (
        <Empty title={t('asOf.none')} />
      ) : (
        <>
          <Text mb="sm">{told}</Text>
          {items.map(({ subject, period, status, due, metOn, recordedAt }) => (
            <Link
              key={`${subject} ${period ?? ''}`}
              to="/duty"
              search={{ rule, subject, ...(period === null ? {} : { period }) }}
              className="row"
            >
              <span className="row-title">
                <FactName kind={kind} id={subject} name={people.get(subject) ?? organisations.get(subject)} withKind />
              </span>
              <StateMark status={status} />
              <span className="row-more">
                <span>{due === null ? t('duties.noDue') : t('duties.due', { day: dayOrMoment(due, language) })}</span>
                {metOn === null ? null : <span>{t('duties.metOn', { day: dayOrMoment(metOn, language) })}</span>}
                {period === null ? null : <span>{t('duties.period', { day: dayText(period, language) })}</span>}
                {recordedAt === null ? null : (
                  <span>{t('asOf.recorded', { moment: momentText(recordedAt, language) })}</span>
                )}
              </span>
            </Link>
          ))}
        </>
      )}
      {duties.hasNextPage ? (
        <Button
          variant="default"
          mt="md"
          loading={duties.isFetchingNextPage}
          onClick={() => void duties.fetchNextPage()}
        >
          {t('app.more')}
        </Button>
      ) : null}
    </>
  );
}
