import { Button } from '@mantine/core';
import { bringPackage, listPackages } from '@sallyport/server/contracts/education';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { PackageForm } from './package-form.tsx';

/** Packages of courses made elsewhere, the newest first. */
export function PackagesPage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const navigate = useNavigate();
  const [bringing, setBringing] = useState(false);
  const found = useAsk(listPackages, {});
  const packages = found.data?.packages ?? [];
  const brings = isAdmitted(bringPackage.admits, who);
  return (
    <>
      <p className="back">
        <Link to="/education/coverage">{t('education.backToCoverage')}</Link>
      </p>
      <PageHead
        title={t('education.packages')}
        note={t('education.packagesNote')}
        action={
          brings && !bringing ? <Button onClick={() => setBringing(true)}>{t('education.bringPackage')}</Button> : null
        }
      />
      {bringing ? (
        <PackageForm
          onBrought={(id) => void navigate({ to: '/education/packages/$package', params: { package: id } })}
          onCancel={() => setBringing(false)}
        />
      ) : null}
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {found.data !== undefined && packages.length === 0 && !bringing ? (
        <Empty title={t('education.noPackages')} note={t('education.noPackagesNote')} />
      ) : null}
      <div role="region" aria-label={t('education.packages')}>
        {packages.map(({ package: id, title, state, waits, standard, topicName, broughtOn }) => (
          <Link key={id} to="/education/packages/$package" params={{ package: id }} className="row">
            <span className="row-title">{title}</span>
            <span className={state === 'brought' ? 'state state-open' : 'state state-quiet'}>
              {t(waits ? 'education.packageWaits' : `education.packageState.${state}`)}
            </span>
            <span className="row-more">
              <span>{said(topicName)}</span>
              <span>SCORM {standard}</span>
              <span>{t('education.packageBrought', { day: dayText(broughtOn, language) })}</span>
            </span>
          </Link>
        ))}
      </div>
    </>
  );
}
