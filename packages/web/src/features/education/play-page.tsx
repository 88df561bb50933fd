import { Button, Text } from '@mantine/core';
import { beginPackage, myPackages } from '@sallyport/server/contracts/education';
import { Link, useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { PackagePlayer } from './package-player.tsx';
import { useRun } from './use-run.ts';

/** A package that somebody learns with: what it is good for, what is kept of it, and the package itself. */
export function PlayPage() {
  const { package: id = '' } = useParams({ strict: false });
  const { t, said } = useWords();
  const found = useAsk(myPackages, {});
  const begin = useAct(beginPackage, false);
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const one = found.data.packages.find((each) => each.package === id);
  if (one === undefined) return <NotFoundPage />;
  const { title, topicName, validMonths, counts, underWay } = one;
  return (
    <>
      <p className="back">
        <Link to="/education">{t('education.back')}</Link>
      </p>
      <PageHead
        title={title}
        note={[said(topicName), t('education.packageValid', { months: validMonths })].join(' · ')}
      />
      {begin.data === undefined ? (
        <>
          <Text>{t(counts === 'passed' ? 'education.packageTakesPass' : 'education.packageTakesAll')}</Text>
          <Text c="dimmed" mt="xs">
            {t('education.packageKept')}
          </Text>
          <ProblemView error={begin.error} />
          <Button mt="md" loading={begin.isPending} onClick={() => begin.mutate({ package: id })}>
            {t(underWay ? 'education.goOn' : 'education.packageBegin')}
          </Button>
        </>
      ) : (
        <Playing key={begin.data.run} run={begin.data} title={title} />
      )}
    </>
  );
}

type Begun = z.output<typeof beginPackage.output>;

function Playing({ run: { run, path }, title }: { readonly run: Begun; readonly title: string }) {
  const { t } = useWords();
  const { onTold, kept, counted, error } = useRun(run);
  return (
    <>
      <ProblemView error={error} />
      <Text role="status" mb="sm">
        {kept === null ? t('education.packageUnderWay') : t(`education.packageSaid.${kept.verb}`)}
        {counted ? ` ${t('education.packageCounted')}` : ''}
        {kept?.ended === true ? ` ${t('education.packageOver')}` : ''}
      </Text>
      <PackagePlayer run={run} path={path} title={title} onTold={onTold} />
    </>
  );
}
