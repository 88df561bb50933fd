import { Button } from '@mantine/core';
import { listCampaigns, planCampaign } from '@sallyport/server/contracts/education';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { dayText, headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { CampaignForm } from './campaign-form.tsx';

/** Campaigns of education, the newest first: on 15 April, and whenever else. */
export function CampaignsPage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const navigate = useNavigate();
  const [planning, setPlanning] = useState(false);
  const found = useAsk(listCampaigns, {});
  const campaigns = found.data?.campaigns ?? [];
  const plans = isAdmitted(planCampaign.admits, who);
  return (
    <>
      <p className="back">
        <Link to="/education/coverage">{t('education.backToCoverage')}</Link>
      </p>
      <PageHead
        title={t('education.campaigns')}
        note={t('education.campaignsNote')}
        action={
          plans && !planning ? <Button onClick={() => setPlanning(true)}>{t('education.planCampaign')}</Button> : null
        }
      />
      {planning ? (
        <CampaignForm
          onPlanned={(campaign) => void navigate({ to: '/education/campaigns/$campaign', params: { campaign } })}
          onCancel={() => setPlanning(false)}
        />
      ) : null}
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {found.data !== undefined && campaigns.length === 0 && !planning ? (
        <Empty title={t('education.noCampaigns')} note={t('education.noCampaignsNote')} />
      ) : null}
      <div role="region" aria-label={t('education.campaigns')}>
        {campaigns.map(({ campaign, title, state, from, until, topics }) => (
          <Link key={campaign} to="/education/campaigns/$campaign" params={{ campaign }} className="row">
            <span className="row-title">{title}</span>
            <span className={state === 'running' ? 'state state-open' : 'state state-quiet'}>
              {t(`education.campaignState.${state}`)}
            </span>
            <span className="row-more">
              <span>
                {t('education.campaignDays', { from: dayText(from, language), until: dayText(until, language) })}
              </span>
              <span>{topics.map(({ name }) => headed(said(name))).join(t('app.listed'))}</span>
            </span>
          </Link>
        ))}
      </div>
    </>
  );
}
