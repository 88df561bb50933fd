import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import type { Act } from './acts-page.tsx';

type ToldClause = Extract<NonNullable<Act['told']>, { about: 'clause' }>;

/** Which clause it is, what the text is said to say otherwise, and which text that was. */
export function ClauseTold({ told }: { readonly told: ToldClause }) {
  const { t, said, language } = useWords();
  const { clause, name, heading, corrected, read } = told;
  const [edition = '', id = ''] = clause.split('/');
  return (
    <>
      <dt>{t('acts.clause')}</dt>
      <dd>
        <ClauseLink clause={clause} name={name} /> · {said(heading)}
        <div>
          <Link to="/law/$edition/$clause" params={{ edition, clause: id }} className="onward">
            {t('acts.openClause')}
          </Link>
        </div>
      </dd>
      {corrected === null ? null : <Corrected corrected={corrected} />}
      {read === null ? null : (
        <>
          <dt>{t('acts.read')}</dt>
          <dd>{t('acts.readTold', { citation: read.citation, day: dayText(read.textOn, language) })}</dd>
          <dt>{t('acts.textHash')}</dt>
          <dd data-device>{read.textHash}</dd>
        </>
      )}
    </>
  );
}

function Corrected({ corrected }: { readonly corrected: NonNullable<ToldClause['corrected']> }) {
  const { t, said } = useWords();
  const { number, heading, gist, figures } = corrected;
  return (
    <>
      {number === null ? null : (
        <>
          <dt>{t('acts.number')}</dt>
          <dd>{number}</dd>
        </>
      )}
      {heading === null ? null : (
        <>
          <dt>{t('acts.heading')}</dt>
          <Both said={heading} />
        </>
      )}
      {gist === null ? null : (
        <>
          <dt>{t('acts.gist')}</dt>
          <Both said={gist} />
        </>
      )}
      {figures.length === 0 ? null : (
        <>
          <dt>{t('acts.figures')}</dt>
          <dd>
            {figures.map((figure) => (
              <div key={figure.en}>{said(figure)}</div>
            ))}
          </dd>
        </>
      )}
      <dt />
      <dd>
        <Text c="dimmed" size="sm">
          {t('acts.asIs')}
        </Text>
      </dd>
    </>
  );
}

/** Both languages are signed, whichever is read. */
function Both({ said }: { readonly said: { readonly zh: string; readonly en: string } }) {
  return (
    <dd data-device>
      <div lang="zh-CN">{said.zh}</div>
      <div lang="en">{said.en}</div>
    </dd>
  );
}
