import { Group, NativeSelect, TextInput } from '@mantine/core';
import { sureness as surenesses } from '@sallyport/core/law';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { surenessKey } from '../../ui/sureness.ts';
import type { Shown } from './edition-facts.tsx';
import { type Filter, fits, noFilter } from './filter.ts';
import { SureMark } from './sure-mark.tsx';

type Props = { readonly provisions: Shown['provisions'] };

/** The clauses of an instrument. All of them are here, so looking through them asks nobody. */
export function Provisions({ provisions }: Props) {
  const { t, said } = useWords();
  const [filter, setFilter] = useState<Filter>(noFilter);
  const found = provisions.filter((provision) => fits(provision, filter));
  const speaks = [...new Set(provisions.flatMap((provision) => provision.speaks))];
  const change = (name: keyof Filter) => (event: { currentTarget: { value: string } }) =>
    setFilter({ ...filter, [name]: event.currentTarget.value });
  return (
    <>
      <Group align="flex-end" mb="md">
        <TextInput
          type="search"
          label={t('law.find')}
          placeholder={t('law.findNote')}
          value={filter.text}
          onChange={change('text')}
          style={{ flex: '1 1 16em' }}
        />
        <NativeSelect
          label={t('law.speaks')}
          value={filter.speaks}
          onChange={change('speaks')}
          data={[
            { value: '', label: t('law.allSpeaks') },
            ...speaks.map((value) => ({ value, label: t(`law.speaks.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('law.confirmedOf')}
          value={filter.sureness}
          onChange={change('sureness')}
          data={[
            { value: '', label: t('law.allSureness') },
            ...surenesses.map((value) => ({ value, label: t(surenessKey(value)) })),
          ]}
        />
      </Group>
      {found.length === 0 ? <Empty title={t('law.noneFound')} note={t('law.noneFoundNote')} /> : null}
      {found.map(({ clause, name, heading, gist, sureness, rules }) => {
        const [edition = '', id = ''] = clause.split('/');
        return (
          <Link key={clause} to="/law/$edition/$clause" params={{ edition, clause: id }} className="row">
            <span className="row-title">{said(heading)}</span>
            <SureMark sureness={sureness} />
            <span className="row-more">
              <span>{said(name)}</span>
              {rules === 0 ? null : <span>{t('law.rules', { rules })}</span>}
            </span>
            <span className="row-gist">{said(gist)}</span>
          </Link>
        );
      })}
    </>
  );
}
