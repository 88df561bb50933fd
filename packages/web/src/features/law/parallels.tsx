import { Text } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import { Section } from '../../ui/section.tsx';
import type { ShownClause } from './clause-facts.tsx';
import { ClauseLink } from './clause-link.tsx';
import { SureMark } from './sure-mark.tsx';

/** The clause and its parallels side by side; where something was looked for and not found, that is said. */
export function Parallels({ shown }: { readonly shown: ShownClause }) {
  const { t, said } = useWords();
  const { parallels, without, name, gist } = shown;
  return (
    <Section title={t('law.parallels')}>
      <Text c="dimmed" mb="sm">
        {t(parallels.length + without.length === 0 ? 'law.noParallels' : 'law.parallelsNote')}
      </Text>
      {parallels.length === 0 ? null : (
        <div className="beside">
          <div>
            <div className="beside-own">
              <strong>{said(name)}</strong>
              <div>{said(gist)}</div>
            </div>
          </div>
          <div>
            {parallels.map((parallel) => (
              <div key={`${parallel.clause} ${parallel.relation}`} className="beside-other">
                <strong>
                  <ClauseLink clause={parallel.clause} name={parallel.name} />
                </strong>{' '}
                {parallel.sureness === 'text' ? null : <SureMark sureness={parallel.sureness} />}
                <div>{said(parallel.gist)}</div>
                <Text c="dimmed" size="sm">
                  {t('law.how', { relation: t(`law.relation.${parallel.relation}`), reason: said(parallel.reason) })}
                </Text>
              </div>
            ))}
          </div>
        </div>
      )}
      {without.map(({ short, reason }) => (
        <Text key={short.en} mt="sm">
          {t('law.without', { short: said(short) })}
          {said(reason)}
        </Text>
      ))}
    </Section>
  );
}
