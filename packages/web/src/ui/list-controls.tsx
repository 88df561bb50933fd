import { NativeSelect, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { useWords } from '../app/language-context.tsx';
import { dayOf, isShort, type NamedSearch } from './list-search.ts';
import { useTyped } from './use-typed.ts';

type Change = (next: { readonly [Name in keyof NamedSearch]: NamedSearch[Name] | undefined }) => void;

type SearchProps = {
  readonly label: string;
  /** What can be written; else part of a name. */
  readonly note?: string;
  readonly value: string | undefined;
  readonly onChange: (next: { readonly find: string | undefined }) => void;
};

export function SearchBox({ label, note, value = '', onChange }: SearchProps) {
  const { t } = useWords();
  const settle = useCallback((settled: string) => onChange({ find: settled === '' ? undefined : settled }), [onChange]);
  const [text, write] = useTyped(value, settle);
  const short = text.trim() !== '' && isShort(text);
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={note ?? t('list.searchNote')}
      description={short ? t('list.searchShort') : undefined}
      value={text}
      maxLength={100}
      autoComplete="off"
      onChange={(event) => write(event.currentTarget.value)}
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
