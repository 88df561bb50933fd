import { Button } from '@mantine/core';
import { dutyAssignees, dutyGroups } from '@sallyport/server/contracts/duties';
import { useState } from 'react';
import { useAskGroups } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { DutyList } from './duty-list.tsx';
import type { filterOf, Grouping } from './search.ts';

type Filter = ReturnType<typeof filterOf>;
type Group = { readonly id: string; readonly name: string; readonly filter: Filter };
type Props = { readonly by: Exclude<Grouping, 'week'>; readonly filter: Filter };

/** What the list is read by; a group is asked for when it is opened. By person there is no figure on the heading (PEOPLE.md). */
export function DutyGroups({ by, filter }: Props) {
  return by === 'person' ? <ByPerson filter={filter} /> : <ByRuleOrUnit by={by} filter={filter} />;
}

function ByRuleOrUnit({ by, filter }: { readonly by: 'rule' | 'unit'; readonly filter: Filter }) {
  const { said, language } = useWords();
  const found = useAskGroups(dutyGroups, { ...filter, by, order: language });
  const groups = found.data?.pages.flatMap((page) => page.groups) ?? [];
  return (
    <Groups
      found={found}
      groups={groups.map(({ id, title }) => ({ id, name: said(title), filter: { ...filter, [by]: id } }))}
    />
  );
}

function ByPerson({ filter }: { readonly filter: Filter }) {
  const { language } = useWords();
  const found = useAskGroups(dutyAssignees, { ...filter, order: language });
  const people = found.data?.pages.flatMap((page) => page.people) ?? [];
  return (
    <Groups found={found} groups={people.map(({ id, name }) => ({ id, name, filter: { ...filter, assignee: id } }))} />
  );
}

type Found = Pick<
  ReturnType<typeof useAskGroups>,
  'isPending' | 'error' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'refetch'
>;

function Groups({ found, groups }: { readonly found: Found; readonly groups: readonly Group[] }) {
  const { t } = useWords();
  if (found.isPending) return <Loading />;
  if (found.error !== null) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  if (groups.length === 0 && !found.hasNextPage)
    return <Empty title={t('duties.empty')} note={t('duties.emptyNote')} />;
  return (
    <>
      {groups.map((group) => (
        <OneGroup key={group.id} group={group} />
      ))}
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('duties.moreGroups')}
        </Button>
      ) : null}
    </>
  );
}

function OneGroup({ group }: { readonly group: Group }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{group.name}</summary>
      {open ? <DutyList filter={group.filter} limit={20} /> : null}
    </details>
  );
}
