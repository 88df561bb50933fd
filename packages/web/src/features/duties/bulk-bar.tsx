import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { assignDuties, listDuties, remindOfDuties } from '@sallyport/server/contracts/duties';
import { useState } from 'react';
import { ask } from '../../app/api.ts';
import { useAct } from '../../app/ask.ts';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { PersonField } from '../../ui/person-field.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { BulkResult, type Outcome } from './bulk-result.tsx';
import type { Chosen } from './chosen.ts';
import type { DutyItem } from './duty-row.tsx';
import type { filterOf } from './search.ts';

/** As many as are fetched to be chosen; a longer list is to be limited further first. */
const mostChosen = 2000;
/** Of one request (the contract's bound). */
const atOnce = 200;

type Props = {
  readonly chosen: Chosen;
  readonly filter: ReturnType<typeof filterOf>;
  readonly total: { readonly count: number; readonly more: boolean } | null;
};

const keysOf = (duties: readonly DutyItem[]) =>
  duties.map(({ rule, subject, period }) => ({ rule, subject, period: period ?? null }));

/** What can be done with all that is chosen. It stays in sight at the foot of the page while something is. */
export function BulkBar({ chosen, filter, total }: Props) {
  const { t, language } = useWords();
  const [assigning, setAssigning] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const assign = useAct(assignDuties);
  const remind = useAct(remindOfDuties);
  const duties = [...chosen.duties.values()];
  const many = duties.length;
  const all = total === null || total.more || total.count > mostChosen ? null : total.count;

  const guarded = async (body: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await body();
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(false);
    }
  };

  const chooseAll = () =>
    guarded(async () => {
      let cursor: string | null = null;
      do {
        const page: { items: DutyItem[]; next: string | null } = await ask(
          listDuties,
          { ...filter, limit: 200, ...(cursor === null ? {} : { cursor }) },
          language,
        );
        chosen.add(page.items);
        cursor = page.next;
      } while (cursor !== null);
    });

  const assignAll = (person: string | null, whom: readonly DutyItem[] = duties) =>
    guarded(async () => {
      const done: Outcome['done'][number][] = [];
      const refused: Outcome['refused'][number][] = [];
      for (const part of partsOf(whom)) {
        const answer = await assign.mutateAsync({ person, duties: keysOf(part) });
        for (const { at, before } of answer.done) if (part[at] !== undefined) done.push({ duty: part[at], before });
        for (const { at, why } of answer.refused) if (part[at] !== undefined) refused.push({ duty: part[at], why });
      }
      setAssigning(false);
      chosen.clear();
      setOutcome({ act: 'assign', done, refused, letters: 0 });
    });

  const remindAll = () =>
    guarded(async () => {
      const outcome: { done: Outcome['done'][number][]; refused: Outcome['refused'][number][]; letters: number } = {
        done: [],
        refused: [],
        letters: 0,
      };
      for (const part of partsOf(duties)) {
        const answer = await remind.mutateAsync({ duties: keysOf(part) });
        outcome.letters += answer.letters;
        for (const at of answer.done) if (part[at] !== undefined) outcome.done.push({ duty: part[at], before: null });
        for (const { at, why } of answer.refused)
          if (part[at] !== undefined) outcome.refused.push({ duty: part[at], why });
      }
      chosen.clear();
      setOutcome({ act: 'remind', ...outcome });
    });

  const undo = (given: Outcome) =>
    guarded(async () => {
      const before = new Map<string | null, DutyItem[]>();
      for (const one of given.done) before.set(one.before, [...(before.get(one.before) ?? []), one.duty]);
      for (const [person, whom] of before)
        for (const part of partsOf(whom)) await assign.mutateAsync({ person, duties: keysOf(part) });
      setOutcome(null);
    });

  return (
    <>
      <ProblemView error={failure} />
      {outcome === null ? null : (
        <BulkResult outcome={outcome} busy={busy} onUndo={() => void undo(outcome)} onClose={() => setOutcome(null)} />
      )}
      {many === 0 ? null : (
        <div className="bulk-bar" role="region" aria-label={t('duties.chosenBar')}>
          <Text fw={600} aria-live="polite">
            {t('duties.chosen', { count: countText(many, language) })}
          </Text>
          {all !== null && all > many ? (
            <Button variant="subtle" size="compact-sm" loading={busy} onClick={() => void chooseAll()}>
              {t('duties.chooseAll', { count: countText(all, language) })}
            </Button>
          ) : null}
          <Group gap="xs" ms="auto">
            <Button onClick={() => setAssigning(true)}>{t('duties.assign')}</Button>
            <Button variant="default" loading={busy} onClick={() => void remindAll()}>
              {t('duties.remind')}
            </Button>
            <Button variant="subtle" onClick={chosen.clear}>
              {t('duties.chooseNone')}
            </Button>
          </Group>
        </div>
      )}
      <Modal
        opened={assigning}
        onClose={() => setAssigning(false)}
        title={t('duties.assignMany', { count: countText(many, language) })}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <AssignForm busy={busy} onAssign={(person) => void assignAll(person)} />
        <ProblemView error={failure} />
      </Modal>
    </>
  );
}

function AssignForm({
  busy,
  onAssign,
}: {
  readonly busy: boolean;
  readonly onAssign: (person: string | null) => void;
}) {
  const { t } = useWords();
  const [person, setPerson] = useState<string>();
  return (
    <Stack mih={260} justify="space-between">
      <Stack gap="xs">
        <PersonField label={t('duties.assignTo')} value={person} onChange={setPerson} />
        <Text c="dimmed" size="sm">
          {t('duties.assignNote')}
        </Text>
      </Stack>
      <Group>
        <Button disabled={person === undefined} loading={busy} onClick={() => onAssign(person ?? null)}>
          {t('duties.assign')}
        </Button>
        <Button variant="default" loading={busy} onClick={() => onAssign(null)}>
          {t('duties.assignByRule')}
        </Button>
      </Group>
    </Stack>
  );
}

const partsOf = (duties: readonly DutyItem[]): readonly (readonly DutyItem[])[] =>
  Array.from({ length: Math.ceil(duties.length / atOnce) }, (_, part) =>
    duties.slice(part * atOnce, (part + 1) * atOnce),
  );
