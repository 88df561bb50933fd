import { Button, Text } from '@mantine/core';
import { remindOfDuties } from '@sallyport/server/contracts/duties';
import { listDue } from '@sallyport/server/contracts/education';
import { useState } from 'react';
import type { z } from 'zod';
import { ask } from '../../app/api.ts';
import { useAct } from '../../app/ask.ts';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

/** Of one request, as the contract bounds it. */
const atOnce = 200;

type Told = { readonly done: number; readonly letters: number; readonly passed: Readonly<Record<string, number>> };

/** A letter to each of a list, however many pages it has; the letter says that there is something to do and nothing of what. */
export function RemindAll({ filter }: { readonly filter: z.input<typeof listDue.input> }) {
  const { t, language } = useWords();
  const [told, setTold] = useState<Told | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const remind = useAct(remindOfDuties);

  const remindAll = async (): Promise<void> => {
    let [done, letters, cursor]: [number, number, string | null] = [0, 0, null];
    const passed: Record<string, number> = {};
    do {
      const page: z.output<typeof listDue.output> = await ask(
        listDue,
        { ...filter, limit: atOnce, ...(cursor === null ? {} : { cursor }) },
        language,
      );
      // Whoever is exempt is not reminded of it.
      const owed = page.items.filter(({ exemptUntil }) => exemptUntil === null);
      const duties = owed.map(({ rule, subject, period }) => ({ rule, subject, period }));
      if (duties.length > 0) {
        const answer = await remind.mutateAsync({ duties });
        done += answer.done.length;
        letters += answer.letters;
        for (const { why } of answer.refused) passed[why] = (passed[why] ?? 0) + 1;
      }
      cursor = page.next;
    } while (cursor !== null);
    setTold({ done, letters, passed });
  };

  const guarded = (): void => {
    setBusy(true);
    setFailure(null);
    remindAll()
      .catch((error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setBusy(false));
  };

  return (
    <div>
      <Button variant="default" loading={busy} onClick={guarded}>
        {t('education.remindAll')}
      </Button>
      <ProblemView error={failure} />
      {told === null ? null : (
        <div role="status">
          <Text mt="sm">
            {t('duties.done.remind', {
              done: countText(told.done, language),
              letters: countText(told.letters, language),
            })}
          </Text>
          {whys.map((why) =>
            told.passed[why] === undefined ? null : (
              <Text key={why} c="dimmed">
                {t('education.notReminded', {
                  count: countText(told.passed[why], language),
                  why: t(`duties.why.${why}`),
                })}
              </Text>
            ),
          )}
        </div>
      )}
    </div>
  );
}

const whys = ['nobody-to-remind', 'no-address', 'reminded-today', 'settled', 'not-found'] as const;
