import { Button, FileButton, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { bringPackage, packageCounts, showTopics } from '@sallyport/server/contracts/education';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useUploads } from '../files/use-uploads.ts';

type Props = { readonly onBrought: (id: string) => void; readonly onCancel: () => void };

/** The file, what it teaches, and from when on it counts. */
export function PackageForm({ onBrought, onCancel }: Props) {
  const { t, said } = useWords();
  const [title, setTitle] = useState('');
  const [topic, setTopic] = useState('counter-espionage');
  const [counts, setCounts] = useState<(typeof packageCounts)[number]>('passed');
  const [months, setMonths] = useState('12');
  const offered = useAsk(showTopics, {});
  const bring = useAct(bringPackage);
  const { uploads, choose } = useUploads(undefined, 'package');
  const file = uploads.at(-1);
  const ticket = file?.ticket ?? null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ticket === null) return;
        bring.mutate(
          { ticket, title, topic, counts, validMonths: Number(months) },
          { onSuccess: ({ package: id }) => onBrought(id) },
        );
      }}
    >
      <Stack maw="40em" mb="xl">
        <div>
          <Group>
            <FileButton
              accept=".zip,application/zip"
              onChange={(chosen) => void choose(chosen === null ? [] : [chosen])}
            >
              {(props) => (
                <Button variant="default" {...props}>
                  {t('education.packageFile')}
                </Button>
              )}
            </FileButton>
            <Text role="status">
              {file === undefined
                ? t('education.packageFileNote')
                : ticket === null && file.error === null
                  ? t('files.sending', { percent: Math.floor(file.share * 100) })
                  : file.name}
            </Text>
          </Group>
          <ProblemView error={file?.error ?? null} />
        </div>
        <TextInput
          label={t('education.packageTitle')}
          required
          minLength={2}
          maxLength={100}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('education.sessionTopic')}
          description={t('education.packageTopicNote')}
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
          data={offered.data?.topics.map((one) => ({ value: one.topic, label: said(one.name) })) ?? []}
        />
        <NativeSelect
          label={t('education.packageCountsFrom')}
          value={counts}
          onChange={(event) => setCounts(packageCounts.find((one) => one === event.currentTarget.value) ?? counts)}
          data={packageCounts.map((value) => ({ value, label: t(`education.packageCounts.${value}`) }))}
        />
        <TextInput
          type="number"
          label={t('education.packageMonths')}
          required
          min={1}
          max={60}
          value={months}
          onChange={(event) => setMonths(event.currentTarget.value)}
        />
        <ProblemView error={offered.error ?? bring.error} />
        <Group>
          <Button type="submit" disabled={ticket === null} loading={bring.isPending}>
            {t('education.bringPackage')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
