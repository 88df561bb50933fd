import { Button, Group, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { handOver, handovers } from '@sallyport/server/contracts/privacy';
import { lazy, Suspense, useState } from 'react';
import { useAskPages } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

// Rare, and a long form: fetched where none is recorded yet.
const NewHandover = lazy(async () => ({ default: (await import('../handovers/new-handover.tsx')).NewHandover }));

type Props = {
  /** Null for use inside the house; empty where it is for others and none is chosen yet. */
  readonly handover: string | null;
  readonly onChange: (handover: string | null) => void;
};

/** For use inside the house, or for somebody outside by a handover that was recorded before (PEOPLE.md, "Going out of the house"). */
export function ForWhom({ handover, onChange }: Props) {
  const { t } = useWords();
  return (
    <Stack gap="xs" my="xs">
      <Radio.Group
        label={t('ledgers.forWhom')}
        value={handover === null ? 'inside' : 'others'}
        onChange={(value) => onChange(value === 'inside' ? null : '')}
      >
        <Group mt={4}>
          <Radio value="inside" label={t('ledgers.inside')} />
          <Radio value="others" label={t('ledgers.others')} />
        </Group>
      </Radio.Group>
      {handover === null ? null : <Recorded handover={handover} onChange={onChange} />}
    </Stack>
  );
}

function Recorded({ handover, onChange }: { readonly handover: string; readonly onChange: Props['onChange'] }) {
  const { t, said, language } = useWords();
  const who = useMe();
  const [writing, setWriting] = useState(false);
  const found = useAskPages(handovers, { limit: 200 });
  const open = (found.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ way, ended }) => way === 'export' && !ended);
  if (found.isPending) return <Loading />;
  if (writing)
    return (
      <Suspense fallback={<Loading />}>
        <NewHandover
          onEnd={(recorded) => {
            setWriting(false);
            if (recorded !== null) onChange(recorded);
          }}
        />
      </Suspense>
    );
  return (
    <>
      <ProblemView error={found.error} again={() => void found.refetch()} />
      <Group align="flex-end">
        {open.length === 0 ? (
          <Text size="sm">{t('ledgers.noHandover')}</Text>
        ) : (
          <NativeSelect
            label={t('ledgers.handover')}
            value={handover}
            onChange={(event) => onChange(event.currentTarget.value)}
            data={[
              { value: '', label: t('handovers.choose') },
              ...open.map((one) => ({
                value: one.handover,
                label: t('ledgers.handoverOf', {
                  name: one.receiverName,
                  clause: said(one.clause.name),
                  until: dayText(one.until, language),
                }),
              })),
            ]}
          />
        )}
        {isAdmitted(handOver.admits, who) ? (
          <Button variant="default" onClick={() => setWriting(true)}>
            {t('handovers.new')}
          </Button>
        ) : null}
      </Group>
    </>
  );
}
