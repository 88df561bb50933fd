import { Alert, Button } from '@mantine/core';
import { handOver, handovers } from '@sallyport/server/contracts/privacy';
import { lazy, Suspense, useState } from 'react';
import { useAskPages } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { HandoverRow } from './handover-row.tsx';

const NewHandover = lazy(async () => ({ default: (await import('./new-handover.tsx')).NewHandover }));

/** What left the house or may leave it, and the record that comes before anything leaves. */
export function HandoversPage() {
  const { t } = useWords();
  const who = useMe();
  const [writing, setWriting] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const found = useAskPages(handovers, {});
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  return (
    <>
      <PageHead title={t('handovers.title')} note={t('handovers.note')} />
      {done === null ? null : (
        <Alert role="status" color="teal" variant="outline" my="md" styles={{ message: { color: 'inherit' } }}>
          {t('handovers.done', { id: done })}
        </Alert>
      )}
      {!isAdmitted(handOver.admits, who) ? null : writing ? (
        <Section title={t('handovers.new')}>
          <Suspense fallback={<Loading />}>
            <NewHandover
              onEnd={(id) => {
                setDone(id);
                setWriting(false);
              }}
            />
          </Suspense>
        </Section>
      ) : (
        <Button onClick={() => setWriting(true)}>{t('handovers.new')}</Button>
      )}
      <Section title={t('handovers.list')}>
        {found.isPending ? <Loading /> : null}
        {!found.isPending && items.length === 0 ? (
          <Empty title={t('handovers.none')} note={t('handovers.noneNote')} />
        ) : null}
        {items.length === 0 ? null : <ExportLedger list="handovers" filter={{}} />}
        {items.map((one) => (
          <HandoverRow key={one.handover} handover={one} />
        ))}
        {found.hasNextPage ? (
          <Button
            variant="default"
            mt="md"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t('app.more')}
          </Button>
        ) : null}
      </Section>
    </>
  );
}
