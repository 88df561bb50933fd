import { Text } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import type { ShownClause } from './clause-facts.tsx';
import { ClauseLink } from './clause-link.tsx';

type Conflict = ShownClause['conflicts'][number];

export function Conflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const { t, said } = useWords();
  return conflicts.map(({ demanded, restrained, reason }) => (
    <div key={reason.en} className="conflict">
      <Text mb="xs">{said(reason)}</Text>
      <dl className="pairs">
        <dt>{t('law.demanded')}</dt>
        <dd>
          <Clauses clauses={demanded} />
        </dd>
        <dt>{t('law.restrained')}</dt>
        <dd>
          <Clauses clauses={restrained} />
        </dd>
      </dl>
    </div>
  ));
}

function Clauses({ clauses }: { readonly clauses: Conflict['demanded'] }) {
  return clauses.map((one) => (
    <div key={one.clause}>
      <ClauseLink clause={one.clause} name={one.name} />
    </div>
  ));
}
