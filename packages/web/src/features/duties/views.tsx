import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { dutyViews, removeDutyView, saveDutyView } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { type ListSearch, readListSearch } from './search.ts';

type View = z.output<typeof dutyViews.output>['views'][number];

/** What of the address is kept: a name that was looked for is not. */
const kept = ({ find: _find, ...search }: ListSearch): View['search'] => search;

const isShown = (view: View, search: ListSearch): boolean => textOf(readListSearch(view.search)) === textOf(search);
const textOf = (search: ListSearch): string =>
  JSON.stringify(Object.entries(search).toSorted(([one], [two]) => (one < two ? -1 : 1)));

/** Lists that somebody goes back to, each an address of its own. */
export function DutyViews({ search }: { readonly search: ListSearch }) {
  const { t } = useWords();
  const views = useAsk(dutyViews, {}, { staleTime: 60_000 });
  const save = useAct(saveDutyView);
  const remove = useAct(removeDutyView);
  const [naming, setNaming] = useState<{ readonly id?: string; readonly name: string } | null>(null);
  const [removed, setRemoved] = useState<View | null>(null);
  const all = views.data?.views ?? [];
  const here = all.find((view) => isShown(view, search));
  const send = (view: { readonly id?: string; readonly name: string }): void =>
    save.mutate(
      { ...view, search: view.id === undefined ? kept(search) : (here?.search ?? kept(search)) },
      { onSuccess: () => setNaming(null) },
    );
  return (
    <Stack gap="xs" mt="md" className="no-print">
      <nav aria-label={t('duties.views')} className="views">
        {all.map((view) => (
          <Link
            key={view.id}
            to="/duties"
            search={readListSearch(view.search)}
            className={view.id === here?.id ? 'view view-here' : 'view'}
            aria-current={view.id === here?.id ? 'true' : undefined}
          >
            {view.name}
          </Link>
        ))}
        {here === undefined ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setNaming({ name: '' })}>
            {t('duties.keepView')}
          </Button>
        ) : (
          <>
            <Button variant="subtle" size="compact-sm" onClick={() => setNaming({ id: here.id, name: here.name })}>
              {t('duties.renameView')}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              loading={remove.isPending}
              onClick={() => remove.mutate({ id: here.id }, { onSuccess: () => setRemoved(here) })}
            >
              {t('duties.removeView')}
            </Button>
          </>
        )}
      </nav>
      {naming === null ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send(naming);
          }}
        >
          <Group align="flex-end" gap="xs">
            <TextInput
              label={t('duties.viewName')}
              value={naming.name}
              maxLength={60}
              required
              data-autofocus
              autoComplete="off"
              onChange={(event) => setNaming({ ...naming, name: event.currentTarget.value })}
            />
            <Button type="submit" loading={save.isPending}>
              {t('duties.keep')}
            </Button>
            <Button variant="default" onClick={() => setNaming(null)}>
              {t('app.cancel')}
            </Button>
          </Group>
        </form>
      )}
      {removed === null ? null : (
        <Alert role="status" color="gray" variant="outline" styles={{ message: { color: 'inherit' } }}>
          <Group justify="space-between">
            {t('duties.viewRemoved', { name: removed.name })}
            <Button
              variant="default"
              size="compact-sm"
              loading={save.isPending}
              onClick={() =>
                save.mutate({ name: removed.name, search: removed.search }, { onSuccess: () => setRemoved(null) })
              }
            >
              {t('duties.undo')}
            </Button>
          </Group>
        </Alert>
      )}
      <ProblemView error={save.error ?? remove.error ?? views.error} />
    </Stack>
  );
}
