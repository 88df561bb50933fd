import { useWords } from '../../app/language-context.tsx';
import { FactName } from '../../ui/fact-name.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import type { Act } from './acts-page.tsx';

type Told = Extract<NonNullable<Act['told']>, { about: 'conflict' }>;
type Rule = Pick<Told, 'rule' | 'title' | 'clauses'>;

/** What clauses are at odds about, both sides, and what is to be done. */
export function ConflictTold({ told }: { readonly told: Told }) {
  const { t, said } = useWords();
  const { subject, act, decision, restraining } = told;
  return (
    <>
      <dt>{t('acts.act')}</dt>
      <dd>{said(act)}</dd>
      <dt>{t('acts.way')}</dt>
      <dd>{t(`conflict.${decision as 'perform'}`)}</dd>
      <dt>{t('acts.subject')}</dt>
      <dd>
        <FactName kind={subject.kind} id={subject.id} withKind />
      </dd>
      <Sides demanding={told} restraining={restraining} />
    </>
  );
}

/** Both sides with their clauses. */
export function Sides({ demanding, restraining }: { readonly demanding: Rule; readonly restraining: readonly Rule[] }) {
  const { t } = useWords();
  return (
    <>
      <dt>{t('acts.demanding')}</dt>
      <dd>
        <Side rule={demanding} />
      </dd>
      <dt>{t('acts.restraining')}</dt>
      <dd>
        {restraining.map((rule) => (
          <Side key={rule.rule} rule={rule} />
        ))}
      </dd>
    </>
  );
}

function Side({ rule: { title, clauses } }: { readonly rule: Rule }) {
  const { said } = useWords();
  return (
    <div>
      {said(title)}
      {clauses.map(({ id, name }) => (
        <div key={id}>
          <ClauseLink clause={id} name={name} />
        </div>
      ))}
    </div>
  );
}
