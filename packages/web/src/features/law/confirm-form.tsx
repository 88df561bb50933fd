import { Button, Group, NativeSelect, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { confirmClause } from '@sallyport/server/contracts/law';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import type { ShownClause } from './clause-facts.tsx';
import { CorrectionImpact } from './correction-impact.tsx';
import { FigureField } from './figure-field.tsx';
import { changedFigures, type Draft, draftOf, proposalOf } from './proposal.ts';
import type { Resting } from './rests.tsx';
import { isTextHash } from './text-hash.ts';
import { TextHashField } from './text-hash-field.tsx';

type Props = { readonly shown: ShownClause; readonly rests: Resting; readonly onEnd: () => void };

/** What the first of two persons puts down; a corrected figure is looked at with what it does before it is sent. */
export function ConfirmForm({ shown, rests, onEnd }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState<Draft>(() => draftOf(shown, rests));
  const [looked, setLooked] = useState<ReturnType<typeof changedFigures> | null>(null);
  const ask = useAct(confirmClause);
  const figures = changedFigures(draft, rests);
  const toLook = Object.keys(figures).length > 0 && JSON.stringify(figures) !== JSON.stringify(looked);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const both = (name: 'heading' | 'gist', language: 'zh' | 'en') => ({
    label: t(`law.own.${name}${language === 'zh' ? 'Zh' : 'En'}`),
    required: true,
    maxLength: 2000,
    value: draft[name][language],
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: { ...draft[name], [language]: event.currentTarget.value } }),
  });
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (toLook) setLooked(figures);
          else ask.mutate(proposalOf(draft, shown, rests), { onSuccess: onEnd });
        }}
      >
        <Stack>
          <Text>{t('law.confirmNote')}</Text>
          <TextInput
            label={t('law.own.number')}
            description={t('law.own.numberNote')}
            autoFocus
            maxLength={40}
            maw="16em"
            value={draft.number}
            onChange={(event) => change({ number: event.currentTarget.value })}
          />
          <TextInput {...both('heading', 'zh')} lang="zh-CN" />
          <TextInput {...both('heading', 'en')} lang="en" />
          <Textarea {...both('gist', 'zh')} lang="zh-CN" autosize minRows={2} />
          <Textarea {...both('gist', 'en')} lang="en" autosize minRows={2} />
          {rests.figures.map((figure) => (
            <FigureField
              key={figure.name}
              figure={figure}
              value={draft.figures[figure.name] ?? figure.value}
              onChange={(value) => change({ figures: { ...draft.figures, [figure.name]: value } })}
            />
          ))}
          {rests.counts === null ? null : (
            <NativeSelect
              label={t('law.counting')}
              description={t('law.countingNote')}
              maw="24em"
              value={String(draft.figures['counts'] ?? rests.counts)}
              onChange={(event) => change({ figures: { ...draft.figures, counts: event.currentTarget.value } })}
              data={(['working', 'calendar'] as const).map((value) => ({ value, label: t(`law.counting.${value}`) }))}
            />
          )}
          <TextInput
            label={t('law.citation')}
            description={t('law.citationNote')}
            required
            maxLength={300}
            value={draft.citation}
            onChange={(event) => change({ citation: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('law.textOn')}
            required
            max={rests.day}
            maw="16em"
            value={draft.textOn}
            onChange={(event) => change({ textOn: event.currentTarget.value })}
          />
          <TextHashField value={draft.textHash} onChange={(textHash) => change({ textHash })} />
          <Textarea
            label={t('law.confirmReason')}
            required
            autosize
            minRows={2}
            minLength={4}
            maxLength={2000}
            value={draft.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          {looked === null || toLook ? null : <CorrectionImpact clause={shown.clause} figures={looked} />}
          <ProblemView error={ask.error} />
          <Group>
            <Button type="submit" loading={ask.isPending} disabled={!toLook && !isTextHash(draft.textHash)}>
              {t(toLook ? 'settings.look' : 'law.confirmSend')}
            </Button>
            <Button variant="default" onClick={onEnd}>
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
