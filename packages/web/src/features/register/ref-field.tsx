import { Autocomplete } from '@mantine/core';
import type { Kind } from '@sallyport/core/facts';
import { listFacts } from '@sallyport/server/contracts/register';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { titleOf } from './title.ts';

type Props = {
  readonly kind: Kind;
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Another fact, by its number; suggestions are asked for only once the field is used, as looking at people is recorded. */
export function RefField({ kind, label, required, error, value, onChange }: Props) {
  const { t, said } = useWords();
  const [used, setUsed] = useState(false);
  const found = useAsk(listFacts, { kind: kind.name, limit: 200 }, { enabled: used, staleTime: 60_000 });
  const names = new Map(found.data?.items.map(({ id, fields }) => [id, titleOf(kind, fields)]) ?? []);
  return (
    <Autocomplete
      label={label}
      required={required}
      error={error}
      description={names.get(value) ?? t('register.ref', { kind: said(kind.label) })}
      autoComplete="off"
      comboboxProps={{ withinPortal: false }}
      value={value}
      onChange={onChange}
      onFocus={() => setUsed(true)}
      data={[...names.keys()]}
      limit={20}
      filter={({ options, search }) =>
        options.filter((option) => 'value' in option && matches(option.value, names.get(option.value), search))
      }
      renderOption={({ option }) => <span>{[names.get(option.value), option.value].filter(Boolean).join(' · ')}</span>}
    />
  );
}

function matches(id: string, name: string | null | undefined, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return id.toLowerCase().includes(wanted) || (name ?? '').toLowerCase().includes(wanted);
}
