import { NativeSelect, SimpleGrid, Text } from '@mantine/core';
import { compareEditions, listInstruments } from '@sallyport/server/contracts/law';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ClauseLink } from './clause-link.tsx';
import type { CompareSearch } from './compare-search.ts';

type Answer = z.output<(typeof compareEditions)['output']>;

/** Two instruments side by side, by the crosswalk between them. */
export function EditionsCompared({ search }: { readonly search: CompareSearch }) {
  const { t, said } = useWords();
  const navigate = useNavigate();
  const { one = '', two = '' } = search;
  const instruments = useAsk(listInstruments, {});
  const chosen = one !== '' && two !== '' && one !== two;
  const { data, error, isPlaceholderData, refetch } = useAsk(
    compareEditions,
    { one: one || '-', two: two || '-' },
    { enabled: chosen },
  );
  const choices = [
    { value: '', label: t('settings.choose') },
    ...(instruments.data?.instruments ?? []).map(({ edition, title }) => ({ value: edition, label: said(title) })),
  ];
  const select = (name: 'one' | 'two', label: string) => (
    <NativeSelect
      label={label}
      data={choices}
      value={search[name] ?? ''}
      onChange={(event) =>
        void navigate({ to: '/law/compare', search: { ...search, [name]: event.currentTarget.value } })
      }
    />
  );
  return (
    <Section title={t('law.sideBySide')}>
      <Text c="dimmed" mb="sm">
        {t('law.sideBySideNote')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mb="md">
        {select('one', t('law.firstEdition'))}
        {select('two', t('law.secondEdition'))}
      </SimpleGrid>
      {!chosen ? null : error !== null ? (
        <ProblemView error={error} again={() => void refetch()} />
      ) : data === undefined || isPlaceholderData ? (
        <Loading />
      ) : (
        <Pairs answer={data} />
      )}
    </Section>
  );
}

function Pairs({ answer }: { readonly answer: Answer }) {
  const { t, said } = useWords();
  const { pairs, one, two, onlyOne, onlyTwo } = answer;
  return (
    <>
      {pairs.length === 0 ? <Text>{t('law.noPairs')}</Text> : null}
      {pairs.map(({ own, other }) => (
        <div key={`${own.clause} ${other.clause}`} className="beside">
          <div className="beside-other">
            <strong>
              <ClauseLink clause={own.clause} name={own.name} />
            </strong>
            <div>{said(own.gist)}</div>
          </div>
          <div className="beside-other">
            <strong>
              <ClauseLink clause={other.clause} name={other.name} />
            </strong>
            <div>{said(other.gist)}</div>
            <Text c="dimmed" size="sm">
              {t('law.how', { relation: t(`law.relation.${other.relation}`), reason: said(other.reason) })}
            </Text>
          </div>
        </div>
      ))}
      <Alone title={t('law.onlyIn', { short: said(one.short), count: onlyOne.length })} clauses={onlyOne} />
      <Alone title={t('law.onlyIn', { short: said(two.short), count: onlyTwo.length })} clauses={onlyTwo} />
    </>
  );
}

function Alone({ title, clauses }: { readonly title: string; readonly clauses: Answer['onlyOne'] }) {
  const { said } = useWords();
  if (clauses.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul className="columns">
        {clauses.map(({ clause, name, heading }) => (
          <li key={clause}>
            <ClauseLink clause={clause} name={name} /> · {said(heading)}
          </li>
        ))}
      </ul>
    </details>
  );
}
