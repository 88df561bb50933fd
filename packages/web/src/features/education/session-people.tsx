import { Button, Checkbox, Group, Text } from '@mantine/core';
import {
  attendanceFile,
  listSessionPeople,
  recordAttendance,
  type showSession,
} from '@sallyport/server/contracts/education';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import type { z } from 'zod';
import { ask } from '../../app/api.ts';
import { useAct, useAskPages } from '../../app/ask.ts';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { saveText } from '../ledgers/save-file.ts';

/** Of one request, as the contract bounds it. */
const atOnce = 200;

type Props = { readonly session: z.output<typeof showSession.output> };

/** Who is expected, by unit and name; those who signed are marked and recorded together. */
export function SessionPeople({ session: { session, state } }: Props) {
  const { t, language } = useWords();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<Error | null>(null);
  const filter = { session, order: language };
  const found = useAskPages(listSessionPeople, filter);
  const attend = useAct(recordAttendance);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const open = items.filter(({ completion }) => completion === null);
  const turn = (person: string): void => {
    const next = new Set(marked);
    if (!next.delete(person)) next.add(person);
    setMarked(next);
  };
  const record = async (): Promise<void> => {
    const people = [...marked];
    for (let from = 0; from < people.length; from += atOnce)
      await attend.mutateAsync({ session, people: people.slice(from, from + atOnce) });
    setMarked(new Set());
  };
  const download = async (): Promise<void> => {
    setFailure(null);
    saveText(await ask(attendanceFile, { session }, language));
  };
  return (
    <>
      <Group align="flex-start" mb="md">
        <ExportLedger list="signIn" filter={filter} />
        {state === 'held' ? (
          <Button
            variant="default"
            onClick={() =>
              void download().catch((error: unknown) =>
                setFailure(error instanceof Error ? error : new Error(String(error))),
              )
            }
          >
            {t('education.attendanceFile')}
          </Button>
        ) : null}
      </Group>
      <Text c="dimmed" mb="sm">
        {t(state === 'held' ? 'education.attendanceNote' : 'education.signInNote')}
        {state === 'held' ? (
          <>
            {' '}
            <Link to="/import">{t('education.toImport')}</Link>
          </>
        ) : null}
      </Text>
      <ProblemView error={found.error ?? attend.error ?? failure} />
      {found.isPending ? <Loading /> : null}
      {!found.isPending && items.length === 0 && found.error === null ? (
        <Text>{t('education.nobodyThere')}</Text>
      ) : null}
      <div>
        {items.map(({ person, name, unit, unitName, completion }, at) => (
          <Fragment key={person}>
            {at > 0 && items[at - 1]?.unit === unit ? null : (
              <h3 className="lines-title">{unitName ?? unit ?? t('education.noUnit')}</h3>
            )}
            {completion !== null ? (
              <Link to="/register/$kind/facts/$id" params={{ kind: 'completion', id: completion }} className="row">
                <span className="row-title">{name}</span>
                <span className="state state-quiet">{t('education.wasThere')}</span>
              </Link>
            ) : state === 'held' ? (
              <div className="row still">
                <Checkbox label={name} checked={marked.has(person)} onChange={() => turn(person)} />
              </div>
            ) : (
              <div className="row still">
                <span className="row-title">{name}</span>
              </div>
            )}
          </Fragment>
        ))}
      </div>
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
      {state === 'held' && open.length > 0 ? (
        <div className="bulk-bar" role="region" aria-label={t('education.recordAttendance')}>
          <Text fw={600} aria-live="polite">
            {t('education.markedCount', { marked: countText(marked.size, language) })}
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => setMarked(new Set([...marked, ...open.map(({ person }) => person)]))}
          >
            {t('education.markAll')}
          </Button>
          <Group gap="xs" ms="auto">
            <Button
              disabled={marked.size === 0}
              loading={attend.isPending}
              // What went wrong is shown above.
              onClick={() => void record().catch(() => undefined)}
            >
              {t('education.recordAttendance')}
            </Button>
          </Group>
        </div>
      ) : null}
    </>
  );
}
