import { Button, Group, Paper, Text } from '@mantine/core';
import { vocabulary } from '@sallyport/core/facts';
import { confirmMerge, declineMerge, listMerges, undoMerge } from '@sallyport/server/contracts/people';
import type { z } from 'zod';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { cellText } from '../register/cell-text.ts';

type Merge = z.output<typeof listMerges.output>['items'][number];
type Props = { readonly states: readonly Merge['state'][]; readonly none: string };

/** Merges asked for and done, each with what may be done with it. */
export function Merges({ states, none }: Props) {
  const found = useAsk(listMerges, {}, { staleTime: 0 });
  if (found.error !== null) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const items = found.data.items.filter(({ state }) => states.includes(state));
  if (items.length === 0) return <Text c="dimmed">{none}</Text>;
  return items.map((merge) => <MergeCard key={merge.merge} merge={merge} />);
}

function MergeCard({ merge }: { readonly merge: Merge }) {
  const { t, said, language } = useWords();
  const { merge: id, state, kept, gone, names, changes, reason, askedAt, mine, undoUntil } = merge;
  const fields = vocabulary.kinds.get('person')?.fields ?? {};
  const title = t('merges.what', {
    gone: t('merges.valueOf', { value: names.gone, id: gone }),
    kept: t('merges.valueOf', { value: names.kept, id: kept }),
  });
  return (
    <Paper withBorder p="md" my="md" component="article" aria-label={title}>
      <Text fw={600} mb="xs">
        {title}
      </Text>
      <dl className="pairs">
        <dt>{t('merges.state')}</dt>
        <dd>{t(`merges.state.${state}`)}</dd>
        <dt>{t('merges.values')}</dt>
        <dd>
          {changes.length === 0
            ? t('merges.keptValues')
            : changes.map(({ field, to }) => {
                const of = fields[field];
                return of === undefined ? null : (
                  <div key={field}>
                    {t('merges.fieldIs', { field: said(of.label), value: cellText(of, to, language) })}
                  </div>
                );
              })}
        </dd>
        <dt>{t('acts.reason')}</dt>
        <dd>{reason}</dd>
        <dt>{t('acts.askedAt')}</dt>
        <dd>{momentText(askedAt, language)}</dd>
      </dl>
      {state === 'asked' ? <Decide id={id} mine={mine} /> : null}
      {undoUntil === null ? null : <Undo id={id} until={dayText(undoUntil, language)} />}
    </Paper>
  );
}

function Decide({ id, mine }: { readonly id: string; readonly mine: boolean }) {
  const { t } = useWords();
  const confirm = useAct(confirmMerge);
  const decline = useAct(declineMerge);
  return (
    <>
      <ProblemView error={confirm.error ?? decline.error} />
      <Group mt="md">
        {mine ? (
          <Text c="dimmed">{t('merges.waits')}</Text>
        ) : (
          <Button loading={confirm.isPending} onClick={() => confirm.mutate({ merge: id })}>
            {t('acts.confirm')}
          </Button>
        )}
        <Button variant="default" loading={decline.isPending} onClick={() => decline.mutate({ merge: id })}>
          {t(mine ? 'acts.withdraw' : 'acts.decline')}
        </Button>
      </Group>
    </>
  );
}

function Undo({ id, until }: { readonly id: string; readonly until: string }) {
  const { t } = useWords();
  const admitted = isAdmitted(undoMerge.admits, useMe());
  const undo = useAct(undoMerge);
  if (!admitted) return null;
  return (
    <ReasonForm
      note={t('merges.undoNote', { until })}
      label={t('merges.undoReason')}
      confirm={t('merges.undo')}
      shortest={4}
      pending={undo.isPending}
      error={undo.error}
      onReason={(reason) => undo.mutate({ merge: id, reason })}
    />
  );
}
