import { Button, FileButton, Group, Progress, Text } from '@mantine/core';
import { useId } from 'react';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import type { Upload } from './use-uploads.ts';

type Props = {
  readonly uploads: readonly Upload[];
  readonly onChoose: (files: readonly File[]) => void;
  readonly onDrop: (key: string) => void;
};

const taken = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.txt,.csv';

/** Chooses files and shows each on its way; what may not be uploaded stands before the button. */
export function FilePicker({ uploads, onChoose, onDrop }: Props) {
  const { t } = useWords();
  const note = useId();
  return (
    <div>
      <Text id={note} c="dimmed" size="sm" mb="xs">
        {t('files.mayNot')} {t('files.limits')}
      </Text>
      <FileButton multiple accept={taken} onChange={onChoose}>
        {(props) => (
          <Button variant="default" aria-describedby={note} {...props}>
            {t('files.choose')}
          </Button>
        )}
      </FileButton>
      {uploads.map(({ key, name, share, ticket, error }) => (
        <div key={key}>
          <Group gap="sm" mt="xs" wrap="nowrap">
            <Text style={{ overflowWrap: 'anywhere' }}>{name}</Text>
            <Text size="sm" c="dimmed" role="status">
              {error !== null
                ? t('files.refused')
                : ticket === null
                  ? t('files.sending', { percent: Math.floor(share * 100) })
                  : t('files.sent')}
            </Text>
            {ticket === null && error === null ? null : (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('files.dropNamed', { name })}
                onClick={() => onDrop(key)}
              >
                {t('files.drop')}
              </Button>
            )}
          </Group>
          {ticket === null && error === null ? (
            <Progress value={share * 100} aria-label={t('files.progress', { name })} />
          ) : null}
          <ProblemView error={error} />
        </div>
      ))}
    </div>
  );
}
