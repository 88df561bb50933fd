import { Button, Group, Progress, Text } from '@mantine/core';
import { vocabulary } from '@sallyport/core/facts';
import { applyImport, discardImport, listImports, oneImport } from '@sallyport/server/contracts/imports';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { countText, headed, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportRows } from './import-rows.tsx';
import { UndoImport } from './undo-import.tsx';

/** One import: what it will change, how far it is, what became of it. */
export function RunPage() {
  const { id = '' } = useParams({ strict: false });
  const { t, said, language } = useWords();
  const found = useAsk(oneImport, { import: id });
  const working = found.data?.state === 'applying' || found.data?.state === 'undoing';
  const { refetch } = found;
  useEffect(() => {
    if (!working) return undefined;
    const timer = setInterval(() => void refetch(), 1000);
    return () => clearInterval(timer);
  }, [working, refetch]);

  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { state, madeAt, rows, kinds, emptied, problems, personnel } = found.data;
  const count = (many: number): string => countText(many, language);
  const all = rows.waiting + rows.done + rows.refused + rows.undone + rows.kept;
  const left = state === 'undoing' ? rows.waiting + rows.done : rows.waiting;
  const sums = (['done', 'refused', 'undone', 'kept'] as const).filter((each) => rows[each] > 0);
  return (
    <>
      <p className="back">
        <Link to="/import">{t('app.back')}</Link>
      </p>
      <PageHead
        title={t('imports.run', { when: momentText(madeAt, language) })}
        note={<span role="status">{t(`imports.state.${state}`)}</span>}
      />
      {working ? (
        <>
          <Progress value={all === 0 ? 100 : ((all - left) / all) * 100} aria-label={t(`imports.state.${state}`)} />
          <Text size="sm" c="dimmed">
            {t('imports.progress', { done: count(all - left), all: count(all) })}
          </Text>
        </>
      ) : null}
      {state === 'preview' ? null : (
        <Text>{sums.map((each) => t(`imports.${each}`, { count: count(rows[each]) })).join(' · ')}</Text>
      )}
      {personnel && state === 'preview' ? <Text c="dimmed">{t('imports.willHold')}</Text> : null}
      <Section title={t('imports.changes')}>
        {kinds.map(({ kind, add, correct, unchanged }) => (
          <div key={kind} className="row still">
            <span className="row-title">
              {headed(said(vocabulary.kinds.get(kind)?.label ?? { zh: kind, en: kind }))}
            </span>
            <span className="row-more">
              <span>{t('imports.add', { count: count(add) })}</span>
              <span>{t('imports.correct', { count: count(correct) })}</span>
              <span>{t('imports.unchanged', { count: count(unchanged) })}</span>
              {emptied
                .filter((one) => one.kind === kind)
                .map(({ field, rows: many }) => (
                  <span key={field}>
                    {t('imports.emptied', {
                      name: said(vocabulary.kinds.get(kind)?.fields[field]?.label ?? { zh: field, en: field }),
                      count: count(many),
                    })}
                  </span>
                ))}
            </span>
          </div>
        ))}
      </Section>
      {state === 'preview' ? <Decide id={id} rows={rows.waiting} /> : null}
      {problems === 0 ? null : <ImportProblems id={id} count={count(problems)} />}
      {state === 'preview' && kinds.some(({ correct }) => correct > 0) ? <ImportRows id={id} what="correct" /> : null}
      {state === 'preview' && kinds.some(({ add }) => add > 0) ? <ImportRows id={id} what="add" /> : null}
      {rows.refused === 0 ? null : <ImportRows id={id} what="refused" />}
      {rows.kept === 0 ? null : <ImportRows id={id} what="kept" />}
      {state === 'applied' && rows.done > 0 ? <UndoImport id={id} /> : null}
    </>
  );
}

function Decide({ id, rows }: { readonly id: string; readonly rows: number }) {
  const { t, language } = useWords();
  const go = useNavigate();
  const client = useQueryClient();
  const apply = useAct(applyImport);
  const discard = useAct(discardImport, false);
  // The list alone: what this page shows is there no more.
  const away = (): void => {
    void client.invalidateQueries({ queryKey: [listImports.name] });
    void go({ to: '/import' });
  };
  return (
    <>
      <ProblemView error={apply.error ?? discard.error} />
      {rows === 0 ? <Text my="sm">{t('imports.nothing')}</Text> : null}
      <Group my="md">
        {rows === 0 ? null : (
          <Button loading={apply.isPending} onClick={() => apply.mutate({ import: id })}>
            {t('imports.apply', { count: countText(rows, language) })}
          </Button>
        )}
        <Button
          variant="default"
          loading={discard.isPending}
          onClick={() => discard.mutate({ import: id }, { onSuccess: away })}
        >
          {t('imports.discard')}
        </Button>
      </Group>
    </>
  );
}
