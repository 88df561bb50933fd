import { Code, Paper, Text } from '@mantine/core';
import type { acceptLink } from '@sallyport/server/contracts/identity';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { PageHead } from '../../ui/page-head.tsx';

type Waits = NonNullable<z.output<typeof acceptLink.output>['waits']>;

/** The password is kept; it counts once somebody has met its owner and been told this code. */
export function WaitsForCheck({ code, endsAt }: Waits) {
  const { t, language } = useWords();
  return (
    <div className="narrow">
      <PageHead title={t('signIn.waitsTitle')} note={t('signIn.waitsNote')} />
      <Paper withBorder p="lg" role="status">
        <Text>{t('signIn.waitsCode')}</Text>
        <Code block fz="xl" my="sm">
          {code}
        </Code>
        <Text>{t('signIn.waitsUntil', { when: momentText(endsAt, language) })}</Text>
        <Text mt="md">
          <Link to="/">{t('signIn.waitsOn')}</Link>
        </Text>
      </Paper>
    </div>
  );
}
