import { Button, FileButton, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../app/language-context.tsx';
import { hashOfFile, isTextHash } from './text-hash.ts';

type Props = { readonly value: string; readonly onChange: (hash: string) => void };

/** The file that was read, as its hash: computed here, so that the file itself goes nowhere. */
export function TextHashField({ value, onChange }: Props) {
  const { t } = useWords();
  const [file, setFile] = useState<string | null>(null);
  const choose = async (chosen: File | null): Promise<void> => {
    if (chosen === null) return;
    setFile(chosen.name);
    onChange(await hashOfFile(chosen));
  };
  return (
    <div>
      <TextInput
        label={t('law.textHash')}
        description={t('law.textHashNote')}
        required
        spellCheck={false}
        placeholder="sha256:"
        value={value}
        error={value === '' || isTextHash(value) ? null : t('law.textHashBad')}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
      {globalThis.crypto.subtle === undefined ? null : (
        <Group mt="xs" gap="sm">
          <FileButton onChange={(chosen) => void choose(chosen)}>
            {(props) => (
              <Button variant="default" size="compact-sm" {...props}>
                {t('law.chooseText')}
              </Button>
            )}
          </FileButton>
          {file === null ? null : (
            <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
              {t('law.hashedText', { file })}
            </Text>
          )}
        </Group>
      )}
    </div>
  );
}
