import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { listUnits } from '@sallyport/server/contracts/register';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';

type Choice = { readonly value: string; readonly label: string };
type Props = {
  readonly label: string;
  readonly chosen: Choice | null;
  readonly onChange: (unit: string | undefined) => void;
};

/** The highest units until two characters of a name are typed, then all within reach that have them. */
export function UnitFinder({ label, chosen, onChange }: Props) {
  const { t, language } = useWords();
  const [typed, setTyped] = useState('');
  const [sought] = useDebouncedValue(typed.trim(), 200);
  // What is chosen stands in the field as well and is no search.
  const search = Array.from(sought).length < 2 || sought === chosen?.label ? undefined : sought;
  const found = useAsk(listUnits, { order: language, limit: 50, ...(search === undefined ? {} : { search }) });
  const units = found.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const known = chosen === null || units.some(({ value }) => value === chosen.value) ? [] : [chosen];
  return (
    <Select
      label={label}
      placeholder={t('people.anyUnit')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('people.anyUnit') }}
      nothingFoundMessage={t('people.noSuchUnit')}
      // Names are looked for by the program, as people write them; only what it found is offered.
      filter={({ options }) => options}
      comboboxProps={{ withinPortal: false }}
      maw="100%"
      data={[...known, ...units]}
      value={chosen?.value ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(unit) => onChange(unit ?? undefined)}
    />
  );
}
