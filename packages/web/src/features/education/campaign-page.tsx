import { Button, Group, Text } from '@mantine/core';
import {
  closeCampaign,
  discardCampaign,
  listCampaignPeople,
  planCampaign,
  showCampaign,
  startCampaign,
} from '@sallyport/server/contracts/education';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import { useAct, useAsk } from '../../app/ask.ts';
import { countText, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { CampaignFigures } from './campaign-figures.tsx';
import { CampaignPeople } from './campaign-people.tsx';
import { RemindCampaign } from './remind-campaign.tsx';

type Campaign = z.output<typeof showCampaign.output>;

/** One campaign: whom it is for, how far they are, and what is to be done with it next. */
export function CampaignPage() {
  const { campaign: id = '' } = useParams({ strict: false });
  const { t, said, language } = useWords();
  const who = useMe();
  const found = useAsk(showCampaign, { campaign: id, order: language });
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { title, state, from, until, topics, courses, units, total, joiners, day } = found.data;
  const listed = (all: readonly { readonly zh: string; readonly en: string }[]): string =>
    all.map(said).join(t('app.listed'));
  const { joined, completed } = joiners;
  return (
    <>
      <p className="back">
        <Link to="/education/campaigns">{t('education.backToCampaigns')}</Link>
      </p>
      <PageHead
        title={title}
        note={[
          t(`education.campaignState.${state}`),
          t('education.campaignDays', { from: dayText(from, language), until: dayText(until, language) }),
          listed(topics.map(({ name }) => name)),
          ...(courses.length === 0 ? [] : [listed(courses.map((course) => course.title))]),
        ].join(' · ')}
      />
      {isAdmitted(planCampaign.admits, who) ? <Acts campaign={found.data} /> : null}
      {state === 'draft' ? (
        <Text mt="md">{t('education.notStarted')}</Text>
      ) : (
        <>
          <Section title={`${t('education.campaignCoverage')} · ${dayText(day, language)}`}>
            <Text c="dimmed" mb="sm">
              {t('education.campaignDenominator')}
            </Text>
            {units.length < 2 ? null : (
              <div className="row still">
                <span className="row-title">{t('education.together')}</span>
                <CampaignFigures figures={total} />
              </div>
            )}
            {units.map(({ unit, name, figures }) => (
              <div key={unit ?? ''} className="row still">
                <span className="row-title">{name ?? unit ?? t('education.noUnit')}</span>
                <CampaignFigures figures={figures} />
              </div>
            ))}
            {joined === 0 ? null : (
              <Text mt="sm">
                {joined === null || completed === null
                  ? t('education.joinersHidden')
                  : t('education.joiners', {
                      joined: countText(joined, language),
                      completed: countText(completed, language),
                    })}
              </Text>
            )}
          </Section>
          {isAdmitted(listCampaignPeople.admits, who) ? (
            <Section title={t('education.campaignPeople')}>
              <CampaignPeople campaign={id} />
            </Section>
          ) : null}
        </>
      )}
    </>
  );
}

function Acts({ campaign: { campaign, state } }: { readonly campaign: Campaign }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const start = useAct(startCampaign);
  const close = useAct(closeCampaign);
  const discard = useAct(discardCampaign, false);
  if (state === 'closed') return null;
  return (
    <>
      <ProblemView error={start.error ?? close.error ?? discard.error} />
      {state === 'draft' ? (
        <Group>
          <Button loading={start.isPending} onClick={() => start.mutate({ campaign })}>
            {t('education.startCampaign')}
          </Button>
          <Button
            variant="default"
            loading={discard.isPending}
            onClick={() =>
              discard.mutate({ campaign }, { onSuccess: () => void navigate({ to: '/education/campaigns' }) })
            }
          >
            {t('education.discardCampaign')}
          </Button>
        </Group>
      ) : (
        <Group align="flex-start">
          <RemindCampaign campaign={campaign} />
          <Button variant="default" loading={close.isPending} onClick={() => close.mutate({ campaign })}>
            {t('education.closeCampaign')}
          </Button>
        </Group>
      )}
    </>
  );
}
