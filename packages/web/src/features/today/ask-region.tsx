import { Alert, Button, Group, NativeSelect, Text } from '@mantine/core';
import { regionCodes, regionLabel } from '@sallyport/core/facts';
import { correctFact, oneFact } from '@sallyport/server/contracts/register';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

type Props = { readonly organisation: { readonly id: string; readonly name: string } };

/** Where an organisation is, asked for until somebody says it (docs/decisions/0091): all that local regulations ask of it is unclear before. */
export function AskRegion({ organisation: { id, name } }: Props) {
  const { t, said } = useWords();
  const [region, setRegion] = useState('');
  const fact = useAsk(oneFact, { kind: 'organisation', id });
  const correct = useAct(correctFact);
  if (fact.data === undefined) return <ProblemView error={fact.error} again={() => void fact.refetch()} />;
  const { version, fields } = fact.data;
  return (
    <Alert color="blue" variant="outline" mb="md" title={t('today.region', { name })}>
      <Text mb="sm">{t('today.regionNote')}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const reason = t('today.regionReason');
          correct.mutate({ kind: 'organisation', id, version, fields: { ...fields, region }, reason });
        }}
      >
        <Group align="flex-end">
          <NativeSelect
            label={t('today.regionField')}
            required
            value={region}
            onChange={(event) => setRegion(event.currentTarget.value)}
            data={[
              { value: '', label: t('today.regionChoose') },
              ...regionCodes.map((code) => ({ value: code, label: said(regionLabel(code)) })),
            ]}
          />
          <Button type="submit" loading={correct.isPending}>
            {t('today.regionSave')}
          </Button>
        </Group>
        <ProblemView error={correct.error} />
      </form>
    </Alert>
  );
}
