import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { FactName } from '../../ui/fact-name.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import type { Act } from './acts-page.tsx';

export type ToldDuty = Extract<NonNullable<Act['told']>, { about: 'duty' }>;

/** Which duty it is about, what asks for it and what the decision rests on. */
export function ActTold({ told }: { readonly told: ToldDuty }) {
  const { t, said, language } = useWords();
  const { title, clauses, subject, period, authority } = told;
  return (
    <>
      <dt>{t('acts.duty')}</dt>
      <dd>
        {said(title)}
        {period === null ? null : ` · ${t('duties.period', { day: dayText(period, language) })}`}
      </dd>
      <dt>{t('acts.subject')}</dt>
      <dd>
        <FactName kind={subject.kind} id={subject.id} withKind />
      </dd>
      <dt>{t('acts.clauses')}</dt>
      <dd>
        {clauses.map(({ id, name }) => (
          <div key={id}>
            <ClauseLink clause={id} name={name} />
          </div>
        ))}
      </dd>
      {authority === null ? null : (
        <>
          <dt>{t('acts.authority')}</dt>
          <dd>{authority}</dd>
        </>
      )}
    </>
  );
}
