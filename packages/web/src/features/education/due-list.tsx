import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { listDue } from '@sallyport/server/contracts/education';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useAskPages } from '../../app/ask.ts';
import { dayOrMoment, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { keyOf } from '../duties/duty-row.tsx';
import { StateMark } from '../duties/state-mark.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { UnitFilter } from '../people/unit-filter.tsx';
import { RemindAll } from './remind-all.tsx';

const open = ['overdue', 'pending', 'unclear'] as const;

/** Who has something to complete, by unit and by name: nobody stands before another for how they did. */
export function DueList({ topic }: { readonly topic: string }) {
  const { t, said, language } = useWords();
  const [standing, setStanding] = useState<(typeof open)[number]>();
  const [unit, setUnit] = useState<string>();
  const filter = {
    topic,
    order: language,
    ...(standing === undefined ? {} : { standing }),
    ...(unit === undefined ? {} : { unit }),
  };
  const found = useAskPages(listDue, filter);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Group align="flex-end" mb="md">
        <NativeSelect
          label={t('education.which')}
          value={standing ?? ''}
          onChange={(event) => setStanding(open.find((one) => one === event.currentTarget.value))}
          data={[
            { value: '', label: t('education.which.all') },
            ...open.map((value) => ({ value, label: t(`education.standing.${value}`) })),
          ]}
        />
        <UnitFilter value={unit} onChange={(next) => setUnit(next.unit)} />
      </Group>
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {!found.isPending && items.length === 0 && found.error === null ? <Text>{t('education.nobodyDue')}</Text> : null}
      {items.length === 0 ? null : (
        <Group align="flex-start" mb="md">
          <RemindAll filter={filter} />
          <ExportLedger list="educationDue" filter={filter} />
        </Group>
      )}
      <div>
        {items.map((item, at) => (
          <Fragment key={`${item.rule} ${item.subject} ${item.period ?? ''}`}>
            {at > 0 && items[at - 1]?.unit === item.unit ? null : (
              <h3 className="lines-title">{item.unitName ?? item.unit ?? t('education.noUnit')}</h3>
            )}
            <Link to="/duty" search={keyOf(item)} className="row">
              <span className="row-title">{item.name}</span>
              <StateMark status={item.status} />
              <span className="row-more">
                <span>{said(item.title)}</span>
                <span>
                  {item.due === null ? t('duties.noDue') : t('duties.due', { day: dayOrMoment(item.due, language) })}
                </span>
                {item.exemptUntil === null ? null : (
                  <span>{t('education.exemptUntil', { day: dayText(item.exemptUntil, language) })}</span>
                )}
              </span>
            </Link>
          </Fragment>
        ))}
      </div>
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </>
  );
}
