import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { listPackages, proposePackage, withdrawPackage } from '@sallyport/server/contracts/education';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';

/** One package: what it says of itself, what it is good for, and what two people do about it. */
export function PackagePage() {
  const { package: id = '' } = useParams({ strict: false });
  const { t, said, language } = useWords();
  const who = useMe();
  const found = useAsk(listPackages, {});
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const one = found.data.packages.find((each) => each.package === id);
  if (one === undefined) return <NotFoundPage />;
  const { title, state, waits, standard, named, topicName, counts, validMonths, sha256, decidedOn } = one;
  return (
    <>
      <p className="back">
        <Link to="/education/packages">{t('education.backToPackages')}</Link>
      </p>
      <PageHead
        title={title}
        note={[
          t(waits ? 'education.packageWaits' : `education.packageState.${state}`),
          ...(decidedOn === null ? [] : [t('education.packageDecided', { day: dayText(decidedOn, language) })]),
        ].join(' · ')}
        action={
          state === 'withdrawn' ? null : (
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/education/packages/$package/try" params={{ package: id }} {...props} />}
            >
              {t('education.tryPackage')}
            </Button>
          )
        }
      />
      <dl className="pairs">
        <dt>{t('education.sessionTopic')}</dt>
        <dd>{said(topicName)}</dd>
        <dt>{t('education.packageCountsFrom')}</dt>
        <dd>{t(`education.packageCounts.${counts}`)}</dd>
        <dt>{t('education.packageMonths')}</dt>
        <dd>{validMonths}</dd>
        <dt>{t('education.packageNamed')}</dt>
        <dd>
          {named === '' ? t('app.none') : named} · SCORM {standard}
        </dd>
        <dt>{t('education.packageHash')}</dt>
        <dd className="hash">{sha256}</dd>
      </dl>
      <Text mt="md">{t('education.packageScored')}</Text>
      {state === 'brought' && !waits && isAdmitted(proposePackage.admits, who) ? <Propose id={id} /> : null}
      {waits ? (
        <Text mt="md">
          {t('education.packageWaitsNote')} <Link to="/acts">{t('education.packageToActs')}</Link>
        </Text>
      ) : null}
      {state !== 'withdrawn' && isAdmitted(withdrawPackage.admits, who) ? <Withdraw id={id} /> : null}
    </>
  );
}

function Propose({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const propose = useAct(proposePackage);
  return (
    <Section title={t('education.proposePackage')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          propose.mutate({ package: id, reason });
        }}
      >
        <Stack maw="40em">
          <Text c="dimmed">{t('education.proposePackageNote')}</Text>
          <Textarea
            label={t('acts.reason')}
            required
            minLength={4}
            maxLength={500}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemView error={propose.error} />
          <Group>
            <Button type="submit" loading={propose.isPending}>
              {t('education.proposePackageSend')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function Withdraw({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [sure, setSure] = useState(false);
  const withdraw = useAct(withdrawPackage);
  return (
    <Section title={t('education.withdrawPackage')}>
      <Text c="dimmed" mb="sm">
        {t('education.withdrawPackageNote')}
      </Text>
      <ProblemView error={withdraw.error} />
      <Group>
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() => (sure ? withdraw.mutate({ package: id }) : setSure(true))}
        >
          {t(sure ? 'education.withdrawPackageSure' : 'education.withdrawPackage')}
        </Button>
      </Group>
    </Section>
  );
}
