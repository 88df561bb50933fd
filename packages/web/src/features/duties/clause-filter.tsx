import { findClauses, showClause } from '@sallyport/server/contracts/law';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ChosenField } from '../../ui/chosen-field.tsx';

type Props = {
  readonly value: string | undefined;
  readonly onChange: (next: { readonly clause: string | undefined }) => void;
};

/** A clause, found by its number, its heading or what it says; the list then shows what the rules on it ask for. */
export function ClauseFilter({ value, onChange }: Props) {
  const { t, said } = useWords();
  const [text, seek] = useState('');
  const chosen = useAsk(showClause, { clause: value ?? '-' }, { enabled: value !== undefined, staleTime: 600_000 });
  const found = useAsk(findClauses, { text: text || '-' }, { enabled: text !== '', staleTime: 600_000 });
  const answered = found.isPlaceholderData ? undefined : found.data?.clauses;
  const known = value !== undefined && chosen.data !== undefined && !chosen.isPlaceholderData ? chosen.data : null;
  return (
    <ChosenField
      label={t('duties.clause')}
      placeholder={t('duties.clauseNote')}
      description={known === null ? undefined : said(known.heading)}
      value={value}
      name={known === null ? (chosen.error === null ? null : (value ?? '')) : said(known.name)}
      found={
        answered?.slice(0, 20).map(({ clause, name, heading }) => ({
          value: clause,
          name: said(name),
          line: `${said(name)} · ${said(heading)}`,
        })) ?? null
      }
      failure={found.error}
      onSeek={seek}
      onChange={(clause) => onChange({ clause })}
    />
  );
}
