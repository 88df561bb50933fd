import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { choices, choose, digests } from '@sallyport/server/contracts/notices';
import { useState } from 'react';
import type { z } from 'zod';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ZoneField } from './zone-field.tsx';

type Choice = z.output<typeof choices.output>;

const usualQuiet = { from: '22:00', until: '07:00' };

export function Choices() {
  const found = useAsk(choices, {});
  if (found.error !== null) return <ProblemView error={found.error} />;
  if (found.data === undefined) return <Loading />;
  return <ChoicesForm key={JSON.stringify(found.data)} stored={found.data} />;
}

function ChoicesForm({ stored }: { readonly stored: Choice }) {
  const { t } = useWords();
  const [choice, setChoice] = useState(stored);
  const save = useAct(choose);
  const change = (part: Partial<Choice>): void => setChoice({ ...choice, ...part });
  const { quiet } = choice;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(choice);
      }}
    >
      <Stack maw={440}>
        <Text c="dimmed">{t('notices.whenNote')}</Text>
        <ZoneField value={choice.zone} onChange={(zone) => change({ zone })} />
        <Checkbox
          label={t('notices.quiet')}
          description={t('notices.quietNote')}
          checked={quiet !== null}
          onChange={({ currentTarget: { checked } }) => change({ quiet: checked ? usualQuiet : null })}
        />
        {quiet === null ? null : (
          <Group grow>
            <TextInput
              type="time"
              required
              label={t('notices.quietFrom')}
              value={quiet.from}
              onChange={({ currentTarget: { value } }) => change({ quiet: { ...quiet, from: value } })}
            />
            <TextInput
              type="time"
              required
              label={t('notices.quietUntil')}
              value={quiet.until}
              onChange={({ currentTarget: { value } }) => change({ quiet: { ...quiet, until: value } })}
            />
          </Group>
        )}
        <Radio.Group
          label={t('notices.digest')}
          value={choice.digest}
          onChange={(value) => change({ digest: digests.find((one) => one === value) ?? choice.digest })}
        >
          <Stack gap="xs" mt="xs">
            {digests.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`notices.digest.${one}`)}
                description={t(`notices.digest.${one}Note`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <ProblemView error={save.error} />
        <Group>
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('notices.save')}
          </Button>
          {save.isSuccess ? <Text role="status">{t('notices.saved')}</Text> : null}
        </Group>
      </Stack>
    </form>
  );
}
