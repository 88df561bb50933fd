import { Button } from '@mantine/core';
import { vocabulary } from '@sallyport/core/facts';
import { importRows } from '@sallyport/server/contracts/imports';
import { useAskPages } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import type { Key } from '../../app/words.ts';
import { FactLink } from '../../ui/fact-link.tsx';
import { FactName } from '../../ui/fact-name.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';

type What = 'add' | 'correct' | 'refused' | 'kept';

const titles: Readonly<Record<What, Key>> = {
  add: 'imports.additions',
  correct: 'imports.corrections',
  refused: 'imports.refusedRows',
  kept: 'imports.keptRows',
};

const reasons: Readonly<Record<string, Key>> = {
  'request.stale-version': 'imports.why.changed',
  'register.stale-version': 'imports.why.changed',
  'register.id-taken': 'imports.why.changed',
  'register.referred-to': 'imports.why.referred',
  'request.not-allowed': 'imports.why.rights',
};

/** Rows of an import: which fact, where it stood, and what of it changes or why it did not. */
export function ImportRows({ id, what }: { readonly id: string; readonly what: What }) {
  const { t, said } = useWords();
  const found = useAskPages(importRows, { import: id, what, limit: 20 });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = (cell: string | number | boolean | null): string =>
    cell === null ? t('imports.empty') : typeof cell === 'boolean' ? t(cell ? 'app.yes' : 'app.no') : String(cell);
  const label = (kind: string, field: string): string => {
    const found = vocabulary.kinds.get(kind)?.fields[field]?.label;
    return found === undefined ? field : said(found);
  };
  return (
    <Section title={t(titles[what])}>
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {items.map(({ position, kind, id: fact, file, line, code, changes }) => (
        <div key={position} className="row still">
          <span className="row-title">
            {what === 'add' ? <FactName kind={kind} id={fact} withKind /> : <FactLink kind={kind} id={fact} />}
          </span>
          <span className="row-more">
            <span>{t('imports.place', { file, line })}</span>
            {code === null ? null : <span>{t(reasons[code] ?? 'imports.why.other', { code })}</span>}
            {what !== 'correct'
              ? null
              : changes.map(({ field, from, to }) => (
                  <span key={field}>
                    {t('imports.fromTo', { field: label(kind, field), from: shown(from), to: shown(to) })}
                  </span>
                ))}
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
