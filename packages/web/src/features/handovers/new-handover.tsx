import { Alert, Button, Group, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import { handOver, receivers, routes, ways } from '@sallyport/server/contracts/privacy';
import { useState } from 'react';
import type { z } from 'zod';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ClauseField } from './clause-field.tsx';
import { countryName } from './country-name.ts';

type Draft = Omit<z.input<typeof handOver.input>, 'notice'>;

const blank: Draft = {
  way: 'export',
  receiver: 'domesticAuthority',
  receiverName: '',
  country: 'CN',
  clause: '',
  route: 'domestic',
  personalData: false,
  until: '',
};

/** `onEnd`: the number it was recorded under; null where it was not. */
export function NewHandover({ onEnd }: { readonly onEnd: (handover: string | null) => void }) {
  const { t, language } = useWords();
  const [draft, setDraft] = useState<Draft>(blank);
  const record = useAct(handOver);
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
  const day = (name: 'consentRecordedOn' | 'authorityApprovedOn', value: string): void => {
    const { [name]: _before, ...rest } = draft;
    setDraft(value === '' ? rest : { ...rest, [name]: value });
  };
  const foreign = draft.receiver === 'foreignAuthority';
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          record.mutate(draft, { onSuccess: ({ handover }) => onEnd(handover) });
        }}
      >
        <Stack>
          <NativeSelect
            label={t('handovers.receiver')}
            value={draft.receiver}
            onChange={({ currentTarget: { value } }) =>
              set({ receiver: receivers.find((one) => one === value) ?? draft.receiver })
            }
            data={receivers.map((value) => ({ value, label: t(`handoverReceiver.${value}`) }))}
          />
          {foreign && draft.authorityApprovedOn === undefined ? (
            <Alert
              role="status"
              color="red"
              variant="outline"
              title={t('handovers.foreignTitle')}
              styles={{ message: { color: 'inherit' } }}
            >
              <Text c="var(--mantine-color-text)">{t('handovers.foreign')}</Text>
            </Alert>
          ) : null}
          {foreign ? (
            <TextInput
              type="date"
              label={t('handovers.approval')}
              maw="20em"
              value={draft.authorityApprovedOn ?? ''}
              onChange={(event) => day('authorityApprovedOn', event.currentTarget.value)}
            />
          ) : null}
          <TextInput
            label={t('handovers.receiverName')}
            required
            maxLength={200}
            value={draft.receiverName}
            onChange={(event) => set({ receiverName: event.currentTarget.value })}
          />
          <TextInput
            label={t('handovers.country')}
            description={t('handovers.countryNote', { name: countryName(draft.country, language) })}
            required
            pattern="[A-Z]{2}"
            maxLength={2}
            maw="20em"
            value={draft.country}
            onChange={(event) => set({ country: event.currentTarget.value.toUpperCase() })}
          />
          <NativeSelect
            label={t('handovers.way')}
            value={draft.way}
            onChange={({ currentTarget: { value } }) => set({ way: ways.find((one) => one === value) ?? draft.way })}
            data={ways.map((value) => ({ value, label: t(`handoverWay.${value}`) }))}
          />
          <ClauseField value={draft.clause} onChange={(clause) => set({ clause })} />
          <NativeSelect
            label={t('handovers.personalData')}
            value={String(draft.personalData)}
            onChange={(event) => set({ personalData: event.currentTarget.value === 'true' })}
            data={[
              { value: 'false', label: t('app.no') },
              { value: 'true', label: t('app.yes') },
            ]}
            maw="20em"
          />
          <NativeSelect
            label={t('handovers.route')}
            description={t('handovers.routeNote')}
            value={draft.route}
            onChange={({ currentTarget: { value } }) =>
              set({ route: routes.find((one) => one === value) ?? draft.route })
            }
            data={routes.map((value) => ({ value, label: t(`handoverRoute.${value}`) }))}
          />
          {draft.personalData && draft.route !== 'domestic' ? (
            <TextInput
              type="date"
              label={t('handovers.consent')}
              description={t('handovers.consentNote')}
              maw="24em"
              value={draft.consentRecordedOn ?? ''}
              onChange={(event) => day('consentRecordedOn', event.currentTarget.value)}
            />
          ) : null}
          <TextInput
            type="date"
            label={t('handovers.until')}
            description={t('handovers.untilNote')}
            required
            maw="20em"
            value={draft.until}
            onChange={(event) => set({ until: event.currentTarget.value })}
          />
          <ProblemView error={record.error} />
          <Group>
            <Button type="submit" loading={record.isPending}>
              {t('handovers.send')}
            </Button>
            <Button variant="default" onClick={() => onEnd(null)}>
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
