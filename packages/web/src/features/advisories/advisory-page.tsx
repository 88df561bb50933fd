import { Button, Group, Text } from '@mantine/core';
import {
  concernedTrips,
  endAdvisory,
  type KeptAdvisory,
  listAdvisories,
  oneAdvisory,
} from '@sallyport/server/contracts/advisories';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { Section } from '../../ui/section.tsx';
import { Concerned } from './concerned.tsx';
import { LevelList } from './levels.tsx';
import { ProposeForm } from './propose-form.tsx';

/** One advisory: what it says and on what it rests, the journeys it concerns, and the versions before. */
export function AdvisoryPage() {
  const { id = '' } = useParams({ strict: false });
  const { t, language } = useWords();
  const who = useMe();
  const found = useAsk(oneAdvisory, { advisory: id });
  const list = useAsk(listAdvisories, {});
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { current, versions } = found.data;
  const mayPropose = list.data?.mayPropose === true && current.endedOn === null;
  const waits = list.data?.waiting.some(({ follows }) => follows === current.advisory) === true;
  return (
    <>
      <p className="back">
        <Link to="/advisories">{t('advisory.list')}</Link>
      </p>
      <PageHead
        title={current.places.join(t('app.listed'))}
        note={
          <>
            <span className={current.state === 'in-force' ? 'state state-quiet' : 'state'}>
              {t(`advisory.state.${current.state}`)}
            </span>{' '}
            {t('advisory.period', { from: dayText(current.from, language), until: dayText(current.lastDay, language) })}
          </>
        }
      />
      <Content one={current} />
      {waits ? <Text mt="md">{t('advisory.changeWaits')}</Text> : null}
      {mayPropose && !waits ? <Changes one={current} /> : null}
      {isAdmitted(concernedTrips.admits, who) && current.state === 'in-force' ? (
        <Concerned id={current.advisory} />
      ) : null}
      {versions.length < 2 ? null : (
        <Section title={t('advisory.versions')}>
          {versions.slice(1).map((one) => (
            <div key={one.advisory} className="row still">
              <span className="row-title">{t('advisory.version', { number: one.number })}</span>
              <span>
                {t('advisory.period', {
                  from: dayText(one.from, language),
                  until: dayText(one.endedOn ?? one.lastDay, language),
                })}
              </span>
              <span className="row-more">
                <LevelList levels={one.levels} />
              </span>
            </div>
          ))}
        </Section>
      )}
    </>
  );
}

function Content({ one }: { readonly one: KeptAdvisory }) {
  const { t } = useWords();
  const { levels, said, source, reason, endedReason } = one;
  return (
    <>
      <p className="row-more">
        <LevelList levels={levels} />
      </p>
      <p className="advisory-said">{said}</p>
      <dl className="pairs">
        <dt>{t('advisory.source')}</dt>
        <dd>{source}</dd>
        <dt>{t('advisory.reason')}</dt>
        <dd>{reason}</dd>
        {endedReason === null ? null : (
          <>
            <dt>{t('advisory.endedReason')}</dt>
            <dd>{endedReason}</dd>
          </>
        )}
      </dl>
    </>
  );
}

/** What the officer may ask for: another version, or an early end. */
function Changes({ one }: { readonly one: KeptAdvisory }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'change' | 'end' | null>(null);
  const end = useAct(endAdvisory);
  const asked = (): void => void navigate({ to: '/advisories' });
  if (doing === 'change')
    return (
      <Section title={t('advisory.changeIt')}>
        <ProposeForm follows={one} onAsked={asked} />
      </Section>
    );
  if (doing === 'end')
    return (
      <ReasonForm
        note={t('advisory.endNote')}
        label={t('advisory.endReason')}
        confirm={t('advisory.end')}
        shortest={4}
        pending={end.isPending}
        error={end.error}
        onReason={(reason) => end.mutate({ advisory: one.advisory, reason }, { onSuccess: asked })}
        onCancel={() => setDoing(null)}
      />
    );
  return (
    <Group mt="md">
      <Button onClick={() => setDoing('change')}>{t('advisory.changeIt')}</Button>
      <Button variant="default" onClick={() => setDoing('end')}>
        {t('advisory.end')}
      </Button>
    </Group>
  );
}
