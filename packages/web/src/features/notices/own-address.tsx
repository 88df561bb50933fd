import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { ownAddress, setAddress } from '@sallyport/server/contracts/notices';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

type Stored = { readonly address: string | null; readonly language: 'zh' | 'en' | null };

export function OwnAddress() {
  const found = useAsk(ownAddress, {});
  if (found.error !== null) return <ProblemView error={found.error} />;
  if (found.data === undefined) return <Loading />;
  return <AddressForm key={JSON.stringify(found.data)} stored={found.data} />;
}

function AddressForm({ stored }: { readonly stored: Stored }) {
  const { t } = useWords();
  const [address, setDraft] = useState(stored.address ?? '');
  const [language, setLanguage] = useState(stored.language);
  const set = useAct(setAddress);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate({ address: address.trim() === '' ? null : address.trim(), language });
      }}
    >
      <Stack maw={440}>
        <Text c="dimmed">{t('notices.note')}</Text>
        <TextInput
          type="email"
          autoComplete="email"
          label={t('notices.address')}
          description={t('notices.addressNote')}
          value={address}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <Select
          label={t('notices.language')}
          allowDeselect={false}
          data={[
            { value: '', label: t('notices.both') },
            { value: 'zh', label: t('notices.zh') },
            { value: 'en', label: t('notices.en') },
          ]}
          value={language ?? ''}
          onChange={(value) => setLanguage(value === 'zh' || value === 'en' ? value : null)}
        />
        <ProblemView error={set.error} />
        <Group>
          <Button type="submit" loading={set.isPending}>
            {t('notices.save')}
          </Button>
          {set.isSuccess ? <Text role="status">{t('notices.saved')}</Text> : null}
        </Group>
      </Stack>
    </form>
  );
}
