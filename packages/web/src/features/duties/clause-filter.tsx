import { Autocomplete } from '@mantine/core';
import { findClauses, showClause } from '@sallyport/server/contracts/law';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';

type Props = {
  readonly value: string | undefined;
  readonly onChange: (next: { readonly clause: string | undefined }) => void;
};

/** A clause, found by its number, its heading or what it says; the list then shows what the rules on it ask for. */
export function ClauseFilter({ value, onChange }: Props) {
  const { t, said } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = useAsk(showClause, { clause: value ?? '-' }, { enabled: value !== undefined, staleTime: 600_000 });
  const text = typed?.trim() ?? '';
  const found = useAsk(findClauses, { text: text || '-' }, { enabled: text !== '', staleTime: 600_000 });
  const clauses = text === '' ? [] : (found.data?.clauses ?? []);
  const shown = value === undefined ? '' : chosen.data === undefined ? value : said(chosen.data.name);
  return (
    <Autocomplete
      label={t('duties.clause')}
      placeholder={t('duties.clauseNote')}
      description={value === undefined || chosen.data === undefined ? undefined : said(chosen.data.heading)}
      autoComplete="off"
      comboboxProps={{ withinPortal: false }}
      value={typed ?? shown}
      onChange={(next) => {
        setTyped(next);
        if (next === '') onChange({ clause: undefined });
      }}
      onBlur={() => setTyped(null)}
      onOptionSubmit={(clause) => {
        setTyped(null);
        onChange({ clause });
      }}
      data={clauses.map(({ clause }) => clause)}
      filter={({ options }) => options}
      limit={20}
      renderOption={({ option }) => {
        const one = clauses.find(({ clause }) => clause === option.value);
        return <span>{one === undefined ? option.value : `${said(one.name)} · ${said(one.heading)}`}</span>;
      }}
    />
  );
}
