import { NativeSelect } from '@mantine/core';
import { listInstruments, showEdition } from '@sallyport/server/contracts/law';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';

type Props = { readonly value: string; readonly onChange: (clause: string) => void };

/** A clause that may carry a handover: first its instrument, then one of those whose text was checked. */
export function ClauseField({ value, onChange }: Props) {
  const { t, said } = useWords();
  const [edition, setEdition] = useState('cn-pipl-2021');
  const editions = useAsk(listInstruments, {}, { staleTime: 300_000 });
  const shown = useAsk(showEdition, { edition }, { staleTime: 300_000 });
  const clauses = shown.data?.provisions.filter(({ sureness }) => sureness === 'text') ?? [];
  return (
    <>
      <NativeSelect
        label={t('handovers.edition')}
        value={edition}
        onChange={(event) => {
          setEdition(event.currentTarget.value);
          onChange('');
        }}
        data={
          editions.data?.instruments
            .filter(({ read }) => read > 0)
            .map(({ edition: id, short }) => ({ value: id, label: said(short) })) ?? []
        }
      />
      <NativeSelect
        label={t('handovers.clause')}
        description={t('handovers.clauseNote')}
        required
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[
          { value: '', label: t('handovers.choose') },
          ...clauses.map(({ clause, name, heading }) => ({ value: clause, label: `${said(name)} ${said(heading)}` })),
        ]}
      />
    </>
  );
}
