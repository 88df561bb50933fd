import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import { openFeed } from '@sallyport/server/contracts/notices';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

export function NewFeed({ onDone }: { readonly onDone: () => void }) {
  const { t, language } = useWords();
  const [label, setLabel] = useState('');
  const [words, setWords] = useState(language);
  const [copied, setCopied] = useState(false);
  const open = useAct(openFeed);
  if (open.data !== undefined) {
    const { address } = open.data;
    return (
      <Paper withBorder p="md" mt="sm" maw={640}>
        <Stack>
          <Text>{t('notices.feedAddressNote')}</Text>
          <TextInput
            label={t('notices.feedAddress')}
            readOnly
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Group>
            <Button
              variant="default"
              onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
            >
              {t(copied ? 'notices.feedCopied' : 'notices.feedCopy')}
            </Button>
            <Button onClick={onDone}>{t('notices.feedDone')}</Button>
          </Group>
        </Stack>
      </Paper>
    );
  }
  return (
    <Paper withBorder p="md" mt="sm" maw={440}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate({ label, language: words });
        }}
      >
        <Stack>
          <TextInput
            label={t('notices.feedLabel')}
            description={t('notices.feedLabelNote')}
            required
            maxLength={60}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('notices.feedLanguage')}
            value={words}
            onChange={({ currentTarget: { value } }) => setWords(value === 'en' ? 'en' : 'zh')}
            data={(['zh', 'en'] as const).map((value) => ({ value, label: t(`notices.${value}`) }))}
          />
          <ProblemView error={open.error} />
          <Group>
            <Button type="submit" loading={open.isPending}>
              {t('notices.feedOpen')}
            </Button>
            <Button variant="subtle" onClick={onDone}>
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
