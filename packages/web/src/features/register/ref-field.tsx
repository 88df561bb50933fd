import { Autocomplete } from '@mantine/core';
import type { Kind } from '@sallyport/core/facts';
import { listFacts } from '@sallyport/server/contracts/register';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { soughtIn } from '../../ui/list-search.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { personIn, titleOf } from './title.ts';

type Props = {
  readonly kind: Kind;
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const shown = 20;

/**
 * Another fact, by its number. What is typed is looked for among names and numbers, and a number may as well be typed whole; nothing is
 * asked for before the field is used, and nobody is listed before two characters of a name are there.
 */
export function RefField({ kind, label, required, error, value, onChange }: Props) {
  const { t, said } = useWords();
  const [used, setUsed] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const people = kind.name === 'person' || kind.fields['person'] !== undefined;
  const search = soughtIn(useSettled(value.slice(0, 100)));
  // What was chosen needs no list any more; its name stands under the label.
  const isChosen = chosen === value;
  const found = useAsk(
    listFacts,
    { kind: kind.name, limit: shown, ...(search === undefined ? {} : { search }) },
    { enabled: used && !isChosen && (search !== undefined || !people), staleTime: 60_000 },
  );
  const items = found.isPlaceholderData && !isChosen ? [] : (found.data?.items ?? []);
  const persons = useNames(
    'person',
    items.map(({ fields }) => personIn(fields)),
  );
  const names = new Map(
    items.map(({ id, fields }) => [id, titleOf(kind, fields) ?? persons.get(personIn(fields) ?? '') ?? null]),
  );
  const hint = people ? 'register.refByName' : 'register.ref';
  return (
    <Autocomplete
      label={label}
      required={required}
      error={error}
      description={names.get(value) ?? t(hint, { kind: said(kind.label) })}
      autoComplete="off"
      comboboxProps={{ withinPortal: false }}
      value={value}
      onChange={onChange}
      onOptionSubmit={setChosen}
      onFocus={() => setUsed(true)}
      data={isChosen ? [] : [...names.keys()]}
      filter={({ options }) => options}
      renderOption={({ option }) => <span>{[names.get(option.value), option.value].filter(Boolean).join(' · ')}</span>}
    />
  );
}
