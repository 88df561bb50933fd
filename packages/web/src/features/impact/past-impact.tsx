import { Text, TextInput } from '@mantine/core';
import { previewSetting } from '@sallyport/server/contracts/law';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ImpactView } from './impact-view.tsx';

type Props = {
  readonly name: string;
  readonly value: number;
  readonly from: string;
  readonly today: string;
};

/** The same value on what is past: trips that are over show what a rule would have asked of people. Nothing is decided by it. */
export function PastImpact({ name, value, from, today }: Props) {
  const { t } = useWords();
  const [since, setSince] = useState(`${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('-02-29', '-02-28')}`);
  const past = useAsk(previewSetting, { name, value, from, heldSince: since }, { enabled: since !== '', staleTime: 0 });
  return (
    <details className="past-impact">
      <summary>{t('impact.onPast')}</summary>
      <TextInput
        type="date"
        label={t('impact.since')}
        description={t('impact.sinceNote')}
        max={today}
        value={since}
        onChange={(event) => setSince(event.currentTarget.value)}
        maw="20em"
        my="sm"
      />
      {past.isFetching ? <Loading /> : null}
      <ProblemView error={past.error} />
      {past.data === undefined || past.isFetching || past.error !== null ? null : (
        <>
          <Text mb="sm">{t('impact.wouldHave')}</Text>
          <ImpactView impact={past.data} label={t('impact.onPast')} />
        </>
      )}
    </details>
  );
}
