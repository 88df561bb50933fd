import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { endExemption, exemptPerson, listExemptions, showTopics } from '@sallyport/server/contracts/education';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAsk, useAskPages } from '../../app/ask.ts';
import { dayText, headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SomebodyField } from '../../ui/somebody-field.tsx';

/** Who need not take part in education, until when and why. It is no completion, and a duty that the law asks for stays. */
export function ExemptionsPage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const [adding, setAdding] = useState(false);
  const found = useAskPages(listExemptions, { order: language });
  const end = useAct(endExemption);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const decides = isAdmitted(exemptPerson.admits, who);
  return (
    <>
      <p className="back">
        <Link to="/education/coverage">{t('education.backToCoverage')}</Link>
      </p>
      <PageHead
        title={t('education.exemptions')}
        note={t('education.exemptionsNote')}
        action={decides && !adding ? <Button onClick={() => setAdding(true)}>{t('education.exempt')}</Button> : null}
      />
      {adding ? <ExemptForm done={() => setAdding(false)} /> : null}
      <ProblemView error={found.error ?? end.error} />
      {found.isPending ? <Loading /> : null}
      {!found.isPending && found.error === null && items.length === 0 && !adding ? (
        <Empty title={t('education.noExemptions')} />
      ) : null}
      <div role="region" aria-label={t('education.exemptions')}>
        {items.map((one) => (
          <div key={one.exemption} className="row still">
            <span className="row-title">{one.name}</span>
            <span className="state state-quiet">
              {t('education.exemptUntil', { day: dayText(one.until, language) })}
            </span>
            <span className="row-more">
              <span>{headed(said(one.topicName))}</span>
              <span>{one.unitName ?? t('education.noUnit')}</span>
              <span>{t('education.exemptWhy', { reason: one.reason })}</span>
              {one.by === null ? null : (
                <span>{t('education.exemptBy', { by: one.by, day: dayText(one.grantedOn, language) })}</span>
              )}
            </span>
            {decides ? (
              <div style={{ gridColumn: '1 / -1' }}>
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={end.isPending && end.variables.exemption === one.exemption}
                  onClick={() => end.mutate({ exemption: one.exemption })}
                >
                  {t('education.endExemption', { name: one.name })}
                </Button>
              </div>
            ) : null}
          </div>
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

function ExemptForm({ done }: { readonly done: () => void }) {
  const { t, said } = useWords();
  const [person, setPerson] = useState<string>();
  const [topic, setTopic] = useState('counter-espionage');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const offered = useAsk(showTopics, {});
  const exempt = useAct(exemptPerson);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (person !== undefined) exempt.mutate({ person, topic, until, reason }, { onSuccess: done });
      }}
    >
      <Stack maw="40em" mb="xl">
        <SomebodyField label={t('education.exemptWho')} required value={person} onChange={setPerson} />
        <NativeSelect
          label={t('education.exemptTopic')}
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
          data={offered.data?.topics.map((one) => ({ value: one.topic, label: headed(said(one.name)) })) ?? []}
        />
        <TextInput
          type="date"
          label={t('education.exemptLast')}
          description={t('education.exemptLastNote')}
          required
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <TextInput
          label={t('education.exemptReason')}
          required
          minLength={4}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Text c="dimmed" size="sm">
          {t('education.exemptMind')}
        </Text>
        <ProblemView error={offered.error ?? exempt.error} />
        <Group>
          <Button type="submit" loading={exempt.isPending} disabled={person === undefined}>
            {t('education.exempt')}
          </Button>
          <Button variant="default" onClick={done}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
