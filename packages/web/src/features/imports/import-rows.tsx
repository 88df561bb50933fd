import { Button } from '@mantine/core';
import { vocabulary } from '@sallyport/core/facts';
import { importRows } from '@sallyport/server/contracts/imports';
import type { z } from 'zod';
import { useAskPages } from '../../app/ask.ts';
import { headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import type { Key } from '../../app/words.ts';
import { FactLink } from '../../ui/fact-link.tsx';
import { FactName } from '../../ui/fact-name.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { cellText } from '../register/cell-text.ts';
import type { SentCell } from '../register/fact-form.ts';

const namedKinds = ['person', 'unit', 'post', 'organisation'] as const;
const titleFields: readonly string[] = ['name', 'title', 'number'];

type Row = z.output<typeof importRows.output>['items'][number];

/** Facts of one kind that rows are about or refer to. */
const idsOf = (kind: string, rows: readonly Row[]): string[] =>
  rows.flatMap((row) => [
    ...(row.kind === kind ? [row.id] : []),
    ...row.changes.flatMap(({ field, from, to }) =>
      vocabulary.kinds.get(row.kind)?.fields[field]?.to === kind
        ? [from, to].filter((id): id is string => typeof id === 'string')
        : [],
    ),
  ]);

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
  const { t, said, language } = useWords();
  const found = useAskPages(importRows, { import: id, what, limit: 20 });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  // Names of what is there; of what comes with the file, the one it brings.
  const names = new Map(namedKinds.map((kind) => [kind, idsOf(kind, what === 'add' ? [] : items)] as const));
  const known = {
    person: useNames('person', names.get('person') ?? []),
    unit: useNames('unit', names.get('unit') ?? []),
    post: useNames('post', names.get('post') ?? []),
    organisation: useNames('organisation', names.get('organisation') ?? []),
  };
  const nameOf = ({ kind, id: fact, changes }: Row): string | undefined => {
    const named = namedKinds.find((one) => one === kind);
    const brought = changes.find(({ field }) => titleFields.includes(field))?.to;
    return (
      (named === undefined ? undefined : known[named].get(fact)) ?? (typeof brought === 'string' ? brought : undefined)
    );
  };
  const change = (kind: string, { field: name, from, to }: Row['changes'][number]): string => {
    const field = vocabulary.kinds.get(kind)?.fields[name];
    const referred = namedKinds.find((one) => one === field?.to);
    const shown = (cell: SentCell): string =>
      cell === null
        ? t('imports.empty')
        : field === undefined
          ? String(cell)
          : ((referred === undefined ? undefined : known[referred].get(String(cell))) ??
            cellText(field, cell, language));
    const label = field === undefined ? name : headed(said(field.label));
    return t('imports.fromTo', { field: label, from: shown(from), to: shown(to) });
  };
  return (
    <Section title={t(titles[what])}>
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {items.map((row) => (
        <div key={row.position} className="row still">
          <span className="row-title">
            {what === 'add' ? (
              <FactName kind={row.kind} id={row.id} name={nameOf(row)} withKind />
            ) : (
              <FactLink kind={row.kind} id={row.id} name={nameOf(row)} />
            )}
          </span>
          <span className="row-more">
            {nameOf(row) === undefined ? null : <span>{row.id}</span>}
            <span>{t('imports.place', { file: row.file, line: row.line })}</span>
            {row.code === null ? null : <span>{t(reasons[row.code] ?? 'imports.why.other', { code: row.code })}</span>}
            {what !== 'correct'
              ? null
              : row.changes.map((each) => <span key={each.field}>{change(row.kind, each)}</span>)}
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
