import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { holdBriefing, manners, signBriefing } from '@sallyport/server/contracts/briefing';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import type { Briefing } from './briefing-of.ts';

type Props = { readonly briefing: Briefing; readonly mine: boolean; readonly nameOf: (person: string) => string };

/** Both signatures. It counts as held with the second of them, whichever that is. */
export function Signatures({ briefing, mine, nameOf }: Props) {
  const { t, language } = useWords();
  const { traveller, person, blocks, answeredOn, asks, signedOn, briefedOn, briefedBy, manner, heldOn, may } = briefing;
  const sign = useAct(signBriefing);
  const ready = blocks.every(({ acknowledged }) => acknowledged !== null) && (answeredOn !== null || !asks);
  const day = (on: string): string => dayText(on, language);
  return (
    <Section title={t('briefing.signatures')}>
      <Text c="dimmed" mb="sm">
        {heldOn === null ? t('briefing.signNote') : t('briefing.held', { day: day(heldOn) })}
      </Text>
      <dl className="pairs">
        <dt>{t('briefing.byTraveller')}</dt>
        <dd>
          {signedOn === null
            ? t('briefing.unsigned')
            : t('briefing.signed', { name: nameOf(person), day: day(signedOn) })}
        </dd>
        <dt>{t('briefing.byBriefer')}</dt>
        <dd>
          {briefedOn === null
            ? t('briefing.unsigned')
            : t('briefing.signed', { name: briefedBy === null ? '' : nameOf(briefedBy), day: day(briefedOn) })}
          {manner === null ? null : ` · ${t(`briefing.manner.${manner}`)}`}
        </dd>
      </dl>
      {mine && may.includes('sign') ? (
        <>
          <ProblemView error={sign.error} />
          <Button mt="sm" disabled={!ready} loading={sign.isPending} onClick={() => sign.mutate({ traveller })}>
            {t('briefing.sign')}
          </Button>
        </>
      ) : null}
      {may.includes('hold') ? <Hold traveller={traveller} /> : null}
    </Section>
  );
}

function Hold({ traveller }: { readonly traveller: string }) {
  const { t } = useWords();
  const [manner, setManner] = useState<(typeof manners)[number]>('in-person');
  const hold = useAct(holdBriefing);
  return (
    <>
      <ProblemView error={hold.error} />
      <Group align="flex-end" mt="sm">
        <NativeSelect
          label={t('briefing.manner')}
          value={manner}
          onChange={(event) => setManner(manners.find((one) => one === event.currentTarget.value) ?? manner)}
          data={manners.map((value) => ({ value, label: t(`briefing.manner.${value}`) }))}
        />
        <Button loading={hold.isPending} onClick={() => hold.mutate({ traveller, manner })}>
          {t('briefing.hold')}
        </Button>
      </Group>
    </>
  );
}
