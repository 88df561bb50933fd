import { Autocomplete } from '@mantine/core';
import { listPeople } from '@sallyport/server/contracts/register';
import { useEffect, useState } from 'react';
import { useAsk } from '../app/ask.ts';
import { useWords } from '../app/language-context.tsx';
import { useNames } from '../app/names.ts';
import { soughtIn } from './list-search.ts';

type Props = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (person: string | undefined) => void;
  readonly required?: boolean;
};

/** Long enough to write the next character: every answer about people is recorded as a look at them. */
const pause = 350;

/** Somebody by name: two characters are enough. People are asked for only once it is used. */
export function PersonField({ label, value, onChange, required = false }: Props) {
  const { t, language } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [sought, setSought] = useState<string>();
  useEffect(() => {
    const waiting = setTimeout(() => setSought(soughtIn(typed ?? '')), pause);
    return () => clearTimeout(waiting);
  }, [typed]);
  const asked = { search: sought, order: language, limit: 20 } as const;
  const found = useAsk(listPeople, asked, { enabled: sought !== undefined, staleTime: 60_000 });
  const people = sought === undefined || typed === null ? [] : (found.data?.items ?? []);
  const names = useNames('person', [value ?? null]);
  const units = useNames(
    'unit',
    people.map(({ unit }) => unit),
  );
  return (
    <Autocomplete
      label={label}
      placeholder={t('list.personNote')}
      required={required}
      autoComplete="off"
      comboboxProps={{ withinPortal: false }}
      value={typed ?? (value === undefined ? '' : (names.get(value) ?? value))}
      onChange={(next) => {
        setTyped(next);
        if (next === '') onChange(undefined);
      }}
      onBlur={() => setTyped(null)}
      onOptionSubmit={(person) => {
        setTyped(null);
        onChange(person);
      }}
      data={people.map(({ id }) => id)}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const one = people.find(({ id }) => id === option.value);
        // Two of one name are told apart by their units, and by their numbers.
        return <span>{[one?.name, units.get(one?.unit ?? ''), option.value].filter(Boolean).join(' · ')}</span>;
      }}
    />
  );
}
