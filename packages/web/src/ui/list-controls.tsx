import { NativeSelect, TextInput } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import { useWords } from '../app/language-context.tsx';
import { dayOf, isShort, type NamedSearch } from './list-search.ts';

type Change = (next: { readonly [Name in keyof NamedSearch]: NamedSearch[Name] | undefined }) => void;

/** Long enough to write the next character: every answer about people is recorded as a look at them. */
const pause = 350;

type SearchProps = {
  readonly label: string;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly value: string | undefined;
  readonly onChange: Change;
};

export function SearchBox({ label, search, value = '', onChange }: SearchProps) {
  const { t } = useWords();
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return;
    const waiting = setTimeout(() => onChange({ find: text === '' ? undefined : text }), pause);
    return () => clearTimeout(waiting);
  }, [text, value, onChange]);
  const short = text.trim() !== '' && isShort(text);
  return (
    <TextInput
      ref={search}
      type="search"
      label={label}
      placeholder={t('list.searchNote')}
      description={short ? t('list.searchShort') : undefined}
      value={text}
      maxLength={100}
      autoComplete="off"
      onChange={(event) => setText(event.currentTarget.value)}
      style={{ flex: '1 1 14em' }}
    />
  );
}

type Props = { readonly filter: NamedSearch; readonly newestLabel: string; readonly onChange: Change };

export function OrderAndDay({ filter, newestLabel, onChange }: Props) {
  const { t } = useWords();
  return (
    <>
      <NativeSelect
        label={t('list.order')}
        value={filter.newest === true ? 'newest' : 'name'}
        onChange={(event) => onChange({ newest: event.currentTarget.value === 'newest' ? true : undefined })}
        data={[
          { value: 'name', label: t('list.byName') },
          { value: 'newest', label: newestLabel },
        ]}
      />
      <TextInput
        type="date"
        label={t('list.on')}
        value={dayOf(filter) ?? ''}
        onChange={(event) => onChange({ on: event.currentTarget.value === '' ? 'all' : event.currentTarget.value })}
      />
    </>
  );
}
