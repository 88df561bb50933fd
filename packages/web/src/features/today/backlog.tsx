import { Text } from '@mantine/core';
import type { todaysDuties } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { countText, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Section } from '../../ui/section.tsx';
import { backlogBehind } from './behind.ts';

type Lines = z.output<(typeof todaysDuties)['output']>['backlog'];

/** What fell due before the programme began, a line a rule. */
export function Backlog({ start, lines }: { readonly start: string; readonly lines: Lines }) {
  const { t, said, language } = useWords();
  return (
    <Section title={t('today.backlog')}>
      <Text c="dimmed" mb="sm">
        {t('today.backlogNote', { day: dayText(start, language) })}
      </Text>
      <ul className="columns">
        {lines.map(({ rule, title, duties }) => (
          <li key={rule}>
            <Link to="/duties" search={backlogBehind(rule)}>
              {said(title)}
            </Link>{' '}
            {duties === null ? t('today.few') : t('today.duties', { count: countText(duties, language) })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
