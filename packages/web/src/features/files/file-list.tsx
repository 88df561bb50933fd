import { Button, Group, Text, TextInput } from '@mantine/core';
import { listFiles, removeFile } from '@sallyport/server/contracts/files';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { sizeText } from './size-text.ts';

type Props = { readonly kind: string; readonly id: string; readonly removable?: boolean };

/** The files that are evidence of a fact, each to be downloaded. */
export function FileList({ kind, id, removable = false }: Props) {
  const { t, language } = useWords();
  const found = useAsk(listFiles, { kind, id });
  const [removing, setRemoving] = useState<string | null>(null);
  if (found.error !== null) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  const items = found.data?.items ?? [];
  if (items.length === 0) return removable ? <Text c="dimmed">{t('files.none')}</Text> : null;
  return (
    <ul>
      {items.map(({ file, name, size, addedAt }) => (
        <li key={file}>
          <a href={`/api/files/open?file=${file}`} download={name}>
            {name}
          </a>{' '}
          <Text span size="sm" c="dimmed">
            {sizeText(size, language)} · {momentText(addedAt, language)}
          </Text>{' '}
          {removable && removing !== file ? (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('files.removeNamed', { name })}
              onClick={() => setRemoving(file)}
            >
              {t('files.remove')}
            </Button>
          ) : null}
          {removing === file ? <RemoveFile file={file} onDone={() => setRemoving(null)} /> : null}
        </li>
      ))}
    </ul>
  );
}

function RemoveFile({ file, onDone }: { readonly file: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const remove = useAct(removeFile);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate({ file, reason }, { onSuccess: onDone });
      }}
    >
      <Text size="sm">{t('files.removeNote')}</Text>
      <Group align="flex-end">
        <TextInput
          label={t('files.removeReason')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" color="red" loading={remove.isPending}>
          {t('files.removeConfirm')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('app.cancel')}
        </Button>
      </Group>
      <ProblemView error={remove.error} />
    </form>
  );
}
