import { Button, Text } from '@mantine/core';
import { importProblems } from '@sallyport/server/contracts/imports';
import { useAskPages } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';

type Phrase = { readonly zh: string; readonly en: string };

/** Where in the files, and why, in the words of whoever reads it. */
export function ImportProblems({ id, count }: { readonly id: string; readonly count: string }) {
  const { t, said } = useWords();
  const found = useAskPages(importProblems, { import: id });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const place = (file: string, line: number | null, column: Phrase | null): string =>
    line === null
      ? file
      : column === null
        ? t('imports.place', { file, line })
        : t('imports.placeColumn', { file, line, column: said(column) });
  return (
    <Section title={t('imports.problems', { count })}>
      <Text c="dimmed">{t('imports.problemsNote')}</Text>
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {items.map(({ file, line, heading, code, reason }) => (
        <div key={`${file} ${line} ${heading?.zh} ${code}`} className="row still">
          <span className="row-title">{place(file, line, heading)}</span>
          <span className="row-more">
            <span>{said(reason)}</span>
          </span>
        </div>
      ))}
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </Section>
  );
}
