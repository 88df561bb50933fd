import { Group, NativeSelect, TextInput } from '@mantine/core';
import { sureness as surenesses } from '@sallyport/core/law';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { surenessKey } from '../../ui/sureness.ts';
import type { Shown } from './edition-facts.tsx';
import { fits } from './filter.ts';
import { dayOf } from './search.ts';
import { SureMark } from './sure-mark.tsx';
import { useLawSearch } from './use-law-search.ts';

type Props = { readonly provisions: Shown['provisions'] };

/** The clauses of an instrument. All of them are here, so looking through them asks nobody. */
export function Provisions({ provisions }: Props) {
  const { t, said } = useWords();
  const [search, change] = useLawSearch();
  const { find = '', speaks: chosen = '', sureness: sure = '' } = search;
  const found = provisions.filter((provision) => fits(provision, search));
  const speaks = [...new Set(provisions.flatMap((provision) => provision.speaks))];
  return (
    <>
      <Group align="flex-end" mb="md">
        <TextInput
          type="search"
          label={t('law.find')}
          placeholder={t('law.findNote')}
          value={find}
          onChange={(event) => change({ find: event.currentTarget.value })}
          style={{ flex: '1 1 16em' }}
        />
        <NativeSelect
          label={t('law.speaks')}
          value={chosen}
          onChange={(event) => change({ speaks: event.currentTarget.value })}
          data={[
            { value: '', label: t('law.allSpeaks') },
            ...speaks.map((value) => ({ value, label: t(`law.speaks.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('law.confirmedOf')}
          value={sure}
          onChange={(event) => change({ sureness: event.currentTarget.value })}
          data={[
            { value: '', label: t('law.allSureness') },
            ...surenesses.map((value) => ({ value, label: t(surenessKey(value)) })),
          ]}
        />
      </Group>
      {found.length === 0 ? <Empty title={t('law.noneFound')} note={t('law.noneFoundNote')} /> : null}
      {found.map(({ clause, name, heading, gist, sureness, rules, asOf }) => {
        const [edition = '', id = ''] = clause.split('/');
        return (
          <Link
            key={clause}
            to="/law/$edition/$clause"
            params={{ edition, clause: id }}
            search={dayOf(search)}
            className="row"
          >
            <span className="row-title">{said(heading)}</span>
            <SureMark sureness={sureness} />
            <span className="row-more">
              <span>{said(name)}</span>
              {asOf === null || asOf.state === 'inForce' ? null : <span>{t(`law.not.${asOf.state}`)}</span>}
              {rules === 0 ? null : <span>{t('law.rules', { rules })}</span>}
            </span>
            <span className="row-gist">{said(gist)}</span>
          </Link>
        );
      })}
    </>
  );
}
