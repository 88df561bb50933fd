import { Button, Checkbox, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { leave } from '@sallyport/server/contracts/people';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

/** Nothing that is open keeps it from being recorded (PEOPLE.md, Employment). */
export function LeaveForm({ person }: { readonly person: string }) {
  const { t } = useWords();
  const [decidedOn, setDecidedOn] = useState('');
  const [effectiveOn, setEffectiveOn] = useState('');
  const [secretBearing, setSecretBearing] = useState(false);
  const [withoutPermission, setWithoutPermission] = useState(false);
  const record = useAct(leave);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        record.mutate({ person, decidedOn, effectiveOn, secretBearing, withoutPermission });
      }}
    >
      <Stack>
        <Text>{t('leaving.never')}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            type="date"
            label={t('leaving.decidedOn')}
            required
            value={decidedOn}
            onChange={(event) => setDecidedOn(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('leaving.effectiveOn')}
            description={t('leaving.effectiveNote')}
            required
            value={effectiveOn}
            onChange={(event) => setEffectiveOn(event.currentTarget.value)}
          />
        </SimpleGrid>
        <Checkbox
          label={t('leaving.secretBearing')}
          checked={secretBearing}
          onChange={(event) => setSecretBearing(event.currentTarget.checked)}
        />
        <Checkbox
          label={t('leaving.withoutPermission')}
          checked={withoutPermission}
          onChange={(event) => setWithoutPermission(event.currentTarget.checked)}
        />
        <ProblemView error={record.error} />
        <Group>
          <Button type="submit" loading={record.isPending}>
            {t('leaving.record')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
