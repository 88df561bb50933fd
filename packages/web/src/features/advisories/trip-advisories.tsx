import { Button, Text } from '@mantine/core';
import { acknowledgeAdvisories, advisoriesOfTrip, openAdvisories } from '@sallyport/server/contracts/advisories';
import { useEffect } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { LevelList } from './levels.tsx';

type Props = { readonly trip: string; readonly nameOf: (person: string) => string };

/** What the destination list says of the places of a trip, and what became of it since the trip was handed in. */
export function TripAdvisories({ trip, nameOf }: Props) {
  const { t, language } = useWords();
  const found = useAsk(advisoriesOfTrip, { trip });
  const open = useAct(openAdvisories, false);
  const acknowledge = useAct(acknowledgeAdvisories);
  const mine = found.data?.mine ?? null;
  const now = (found.data?.items ?? []).filter(({ state }) => state === 'in-force').map(({ advisory }) => advisory);
  const { mutate } = open;
  const there = now.join(' ');
  // What has come since is opened as well: nobody acknowledges what they have not seen.
  useEffect(() => {
    if (mine !== null) mutate({ traveller: mine });
  }, [mine, there, mutate]);
  if (found.error !== null) return <ProblemView error={found.error} />;
  if (found.data === undefined) return <Loading />;
  const { items, travellers } = found.data;
  return (
    <Section title={t('advisory.ofTrip')}>
      {now.length === 0 ? <Text>{t('advisory.noneHere')}</Text> : null}
      {items.map(({ advisory, here, levels, said, source, lastDay, state, change }) => (
        <article key={advisory} className="row still" aria-label={here.join(t('app.listed'))}>
          <span className="row-title">{here.join(t('app.listed'))}</span>
          {change === null ? <span /> : <span className="state">{t(`advisory.change.${change}`)}</span>}
          <span className="row-more">
            {state === 'in-force' ? <LevelList levels={levels} /> : <span>{t(`advisory.state.${state}`)}</span>}
          </span>
          {state === 'in-force' ? (
            <div className="row-gist">
              <p>{said}</p>
              <Text c="dimmed" size="sm">
                {t('advisory.basis', { source, day: dayText(lastDay, language) })}
              </Text>
            </div>
          ) : null}
        </article>
      ))}
      {travellers.map(({ traveller, person, acknowledged, opened }) => (
        <Text key={traveller} size="sm" mt="xs">
          {t(acknowledged ? 'advisory.read' : opened ? 'advisory.opened' : 'advisory.unread', { name: nameOf(person) })}
        </Text>
      ))}
      <ProblemView error={open.error ?? acknowledge.error} />
      {mine === null ? null : (
        <Button
          mt="sm"
          disabled={!open.isSuccess}
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate({ traveller: mine, advisories: now })}
        >
          {t(now.length === 0 ? 'advisory.acknowledgeNone' : 'advisory.acknowledge')}
        </Button>
      )}
    </Section>
  );
}
