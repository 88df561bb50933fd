import { Alert, Button, Text } from '@mantine/core';
import { ProblemError } from '../app/api.ts';
import { useWords } from '../app/language-context.tsx';
import { PageHead } from './page-head.tsx';

type Props = {
  readonly error: Error | null;
  readonly again?: (() => void) | undefined;
  /** It is the whole of the page, and needs a heading of its own. */
  readonly whole?: boolean;
};

/** What was refused, why, and what to do now, in the reader's language; it stays until it is settled. */
export function ProblemView({ error, again, whole = false }: Props) {
  const { t, said } = useWords();
  if (error === null) return null;
  const problem = error instanceof ProblemError ? error.problem : null;
  const alert = (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      {...(whole ? {} : { title: t('app.failed') })}
      my="md"
      styles={{ message: { color: 'inherit' } }}
    >
      <Text c="var(--mantine-color-text)">{problem === null ? error.message : said(problem.titles)}</Text>
      {problem === null ? null : (
        <Text size="sm" c="dimmed">
          {t('app.reference', { code: problem.code })}
        </Text>
      )}
      {again === undefined ? null : (
        <Button variant="default" mt="sm" onClick={again}>
          {t('app.again')}
        </Button>
      )}
    </Alert>
  );
  return whole ? (
    <>
      <PageHead title={t('app.failed')} />
      {alert}
    </>
  ) : (
    alert
  );
}
