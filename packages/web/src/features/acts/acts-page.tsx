import { Alert, Box, Code, Text } from '@mantine/core';
import { pendingActs } from '@sallyport/server/contracts/identity';
import { listMerges } from '@sallyport/server/contracts/people';
import { useState } from 'react';
import type { z } from 'zod';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { Merges } from '../merges/merges.tsx';
import { ActCard } from './act-card.tsx';

export type Act = z.output<typeof pendingActs.output>['items'][number];

/** What was just decided here, and the link of a recovery, which is shown once. */
export type Done = { readonly what: 'confirmed' | 'declined' | 'withdrawn'; readonly link: string | null };

/** What waits for one's own signature, and what one asked for. */
export function ActsPage() {
  const { t } = useWords();
  const who = useMe();
  const [done, setDone] = useState<Done | null>(null);
  const found = useAsk(pendingActs, {}, { staleTime: 0 });
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { items } = found.data;
  const mine = items.filter((act) => act.mine);
  const forMe = items.filter((act) => !act.mine);
  return (
    <>
      <PageHead title={t('acts.title')} note={t('acts.note')} />
      {done === null ? null : (
        <Alert role="status" color="teal" variant="outline" my="md" styles={{ message: { color: 'inherit' } }}>
          {t(`acts.${done.what}`)}
          {done.link === null ? null : (
            <>
              <Text mt="sm">{t('acts.link')}</Text>
              <Code block>{done.link}</Code>
            </>
          )}
        </Alert>
      )}
      <Section title={t('acts.forMe')}>
        {forMe.length === 0 ? <Empty title={t('acts.noneForMe')} note={t('acts.noneForMeNote')} /> : null}
        {forMe.map((act) => (
          <ActCard key={act.act} act={act} onDone={setDone} />
        ))}
      </Section>
      <Section title={t('acts.mine')}>
        {mine.length === 0 ? <Text c="dimmed">{t('acts.noneMine')}</Text> : null}
        {mine.map((act) => (
          <ActCard key={act.act} act={act} onDone={setDone} />
        ))}
      </Section>
      {items.length === 0 ? null : (
        <Box mt="md">
          <ExportLedger list="acts" filter={{}} />
        </Box>
      )}
      {isAdmitted(listMerges.admits, who) ? (
        <Section title={t('merges.forMe')}>
          <Merges states={['asked']} none={t('merges.noneForMe')} />
        </Section>
      ) : null}
    </>
  );
}
