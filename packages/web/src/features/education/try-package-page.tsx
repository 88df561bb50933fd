import { Text } from '@mantine/core';
import { tryPackage } from '@sallyport/server/contracts/education';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { PackagePlayer } from './package-player.tsx';
import type { Told } from './package-told.ts';

/** A package as whoever reviews it goes through it: what it would say is shown, and kept nowhere. */
export function TryPackagePage() {
  const { package: id = '' } = useParams({ strict: false });
  const { t } = useWords();
  const [told, setTold] = useState<Told | null>(null);
  // Asked anew, its address would be another one, and the package would begin again under whoever looks at it.
  const found = useAsk(tryPackage, { package: id }, { staleTime: Infinity, refetchOnWindowFocus: false });
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { run, path, title } = found.data;
  return (
    <>
      <p className="back">
        <Link to="/education/packages/$package" params={{ package: id }}>
          {title}
        </Link>
      </p>
      <PageHead title={t('education.tryPackage')} note={t('education.tryPackageNote')} />
      <Text role="status" mb="sm">
        {t('education.packageWouldSay', { word: t(`education.verb.${told?.verb ?? 'attempted'}`) })}
      </Text>
      <PackagePlayer run={run} path={path} title={title} onTold={setTold} />
    </>
  );
}
