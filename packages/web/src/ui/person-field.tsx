import { listPeople } from '@sallyport/server/contracts/register';
import { useState } from 'react';
import { useAsk } from '../app/ask.ts';
import { useWords } from '../app/language-context.tsx';
import { useName, useNames } from '../app/names.ts';
import { ChosenField } from './chosen-field.tsx';
import { soughtIn } from './list-search.ts';
import { useSettled } from './use-settled.ts';

type Props = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (person: string | undefined) => void;
  readonly required?: boolean;
};

/** Somebody by name: two characters are enough. People are asked for only once it is used. */
export function PersonField({ label, value, onChange, required = false }: Props) {
  const { t, language } = useWords();
  const [text, seek] = useState('');
  const sought = soughtIn(useSettled(text));
  const asked = { search: sought, order: language, limit: 20 } as const;
  const found = useAsk(listPeople, asked, { enabled: sought !== undefined, staleTime: 60_000 });
  const answered = sought === text && !found.isPlaceholderData ? found.data?.items : undefined;
  const name = useName('person', value);
  const units = useNames('unit', answered?.map(({ unit }) => unit) ?? []);
  return (
    <ChosenField
      label={label}
      placeholder={t('list.personNote')}
      required={required}
      value={value}
      name={name === undefined ? (value ?? '') : name}
      found={
        answered?.map((one) => ({
          value: one.id,
          name: one.name,
          // Two of one name are told apart by their units, and by their numbers.
          line: [one.name, units.get(one.unit ?? ''), one.id].filter(Boolean).join(' · '),
        })) ?? null
      }
      failure={found.error}
      onSeek={seek}
      onChange={onChange}
    />
  );
}
