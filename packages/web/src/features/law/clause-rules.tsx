import { Text } from '@mantine/core';
import { listDuties } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Section } from '../../ui/section.tsx';
import type { ShownClause } from './clause-facts.tsx';

type Rule = { readonly rule: string; readonly title: { readonly zh: string; readonly en: string } };

/** What our rules make of the clause; each rule leads to its duties. */
export function ClauseRules({ shown, listed }: { readonly shown: ShownClause; readonly listed: boolean }) {
  const { t } = useWords();
  const { rules, consequenceOf } = shown;
  return (
    <>
      {listed ? <Read rules={rules} /> : null}

      {consequenceOf.length === 0 ? null : (
        <Section title={t('law.consequenceOf')}>
          <ul className="columns">
            {consequenceOf.map((rule) => (
              <li key={rule.rule}>
                <RuleLink {...rule} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Read({ rules }: { readonly rules: ShownClause['rules'] }) {
  const { t } = useWords();
  return (
    <Section title={t('law.read')}>
      <Text c="dimmed" mb="xs">
        {t(rules.length === 0 ? 'law.noRules' : 'law.readNote')}
      </Text>
      <ul>
        {rules.map((rule) => (
          <li key={rule.rule}>
            <RuleLink {...rule} />
            {rule.standing ? <Text span c="dimmed">{` · ${t('law.isStanding')}`}</Text> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RuleLink({ rule, title }: Rule) {
  const { said } = useWords();
  // Whoever sees no list of duties is led to none.
  if (!isAdmitted(listDuties.admits, useMe())) return <>{said(title)}</>;
  return (
    <Link to="/duties" search={{ rule, status: 'all' }}>
      {said(title)}
    </Link>
  );
}
