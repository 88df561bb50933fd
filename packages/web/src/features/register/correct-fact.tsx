import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { Kind } from '@sallyport/core/facts';
import { correctFact, type FactShown, oneFact } from '@sallyport/server/contracts/register';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, ProblemError } from '../../app/api.ts';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { FactFields } from './fact-fields.tsx';
import { draftsOf, fieldsOf, type HeldOf, problemsOf } from './fact-form.ts';
import { StaleFact } from './stale-fact.tsx';

type Fact = FactShown & { readonly held: readonly HeldOf[] };
type Props = { readonly kind: Kind; readonly fact: Fact; readonly onDone: () => void };

/** The form keeps the version it was opened with: what others change meanwhile is shown beside it, never written over. */
export function CorrectFact({ kind, fact, onDone }: Props) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [version, setVersion] = useState(fact.version);
  const [drafts, setDrafts] = useState(() => draftsOf(kind, fact.fields));
  const [reason, setReason] = useState('');
  const [theirs, setTheirs] = useState<FactShown | null>(null);
  const correct = useAct(correctFact);

  const problem = correct.error instanceof ProblemError ? correct.error.problem : null;
  const send = (over: number): void =>
    correct.mutate(
      { kind: kind.name, id: fact.id, version: over, fields: fieldsOf(kind, drafts), reason },
      {
        onSuccess: onDone,
        onError: (error) => {
          if (!(error instanceof ProblemError) || error.problem.code !== 'register.stale-version') return;
          void ask(oneFact, { kind: kind.name, id: fact.id }, language).then(setTheirs, () => undefined);
        },
      },
    );
  const takeTheirs = (): void => {
    correct.reset();
    void client.invalidateQueries();
    onDone();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(version);
      }}
    >
      <Stack>
        <FactFields
          kind={kind}
          drafts={drafts}
          problems={problemsOf(problem?.details)}
          onChange={setDrafts}
          there={fact}
        />
        <TextInput
          label={t('register.reason')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemView error={correct.error} />
        {theirs === null || problem?.code !== 'register.stale-version' ? (
          <Group>
            <Button type="submit" loading={correct.isPending}>
              {t('register.saveCorrection')}
            </Button>
            <Button variant="default" onClick={onDone}>
              {t('app.cancel')}
            </Button>
          </Group>
        ) : (
          <StaleFact
            kind={kind}
            theirs={theirs}
            drafts={drafts}
            onTakeTheirs={takeTheirs}
            onKeepMine={() => {
              setVersion(theirs.version);
              send(theirs.version);
            }}
          />
        )}
      </Stack>
    </form>
  );
}
