import { Group, NativeSelect, TextInput } from '@mantine/core';
import { listForms, scanStates } from '@sallyport/server/contracts/forms';
import { useCallback } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { SomebodyField } from '../../ui/somebody-field.tsx';
import { useTyped } from '../../ui/use-typed.ts';
import type { PrintsSearch } from './prints-search.ts';

export type ChangePrints = (next: { readonly [Name in keyof PrintsSearch]: PrintsSearch[Name] | undefined }) => void;

type Props = {
  readonly filter: PrintsSearch;
  readonly onChange: ChangePrints;
};

const noneOf = (value: string): string | undefined => (value === '' ? undefined : value);

export function PrintsFilter({ filter, onChange }: Props) {
  const { t, said } = useWords();
  const forms = useAsk(listForms, {}, { staleTime: 600_000 });
  const settle = useCallback((settled: string) => onChange({ number: noneOf(settled) }), [onChange]);
  const [number, write] = useTyped(filter.number ?? '', settle);
  return (
    <Group align="flex-end" mb="md" gap="md">
      <TextInput
        type="search"
        label={t('forms.number')}
        placeholder="2026-000123"
        value={number}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => write(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('forms.form')}
        value={filter.form ?? ''}
        onChange={(event) => onChange({ form: noneOf(event.currentTarget.value) })}
        data={[
          { value: '', label: t('prints.anyForm') },
          ...(forms.data?.forms ?? []).map(({ form, title }) => ({ value: form, label: said(title) })),
        ]}
      />
      <NativeSelect
        label={t('prints.scan')}
        value={filter.scan ?? ''}
        onChange={(event) => onChange({ scan: scanStates.find((one) => one === event.currentTarget.value) })}
        data={[
          { value: '', label: t('prints.anyScan') },
          ...scanStates.map((value) => ({ value, label: t(`prints.scan.${value}`) })),
        ]}
      />
      <SomebodyField label={t('forms.person')} value={filter.person} onChange={(person) => onChange({ person })} />
      <TextInput
        type="date"
        label={t('prints.from')}
        value={filter.from ?? ''}
        onChange={(event) => onChange({ from: noneOf(event.currentTarget.value) })}
      />
      <TextInput
        type="date"
        label={t('prints.before')}
        value={filter.before ?? ''}
        onChange={(event) => onChange({ before: noneOf(event.currentTarget.value) })}
      />
    </Group>
  );
}
