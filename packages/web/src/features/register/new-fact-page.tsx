import { Button, Stack, Text, TextInput } from '@mantine/core';
import type { Kind } from '@sallyport/core/facts';
import { recordFact } from '@sallyport/server/contracts/register';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemError } from '../../app/api.ts';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { FactFields } from './fact-fields.tsx';
import { draftsOf, fieldsOf, problemsOf } from './fact-form.ts';
import { useKind } from './use-kind.ts';

export function NewFactPage() {
  const kind = useKind();
  return kind === null ? <NotFoundPage /> : <NewFact key={kind.name} kind={kind} />;
}

function NewFact({ kind }: { readonly kind: Kind }) {
  const { t, said } = useWords();
  const navigate = useNavigate();
  const [drafts, setDrafts] = useState(() => draftsOf(kind));
  const [id, setId] = useState('');
  const record = useAct(recordFact);
  const problems = record.error instanceof ProblemError ? problemsOf(record.error.problem.details) : {};

  const send = (): void =>
    record.mutate(
      { kind: kind.name, fields: fieldsOf(kind, drafts), ...(id.trim() === '' ? {} : { id: id.trim() }) },
      {
        onSuccess: (done) =>
          void navigate({ to: '/register/$kind/facts/$id', params: { kind: kind.name, id: done.id } }),
      },
    );
  return (
    <>
      <PageHead title={t('register.add', { kind: said(kind.label) })} note={said(kind.about)} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          <Text c="dimmed">{t('register.noMark')}</Text>
          <FactFields kind={kind} drafts={drafts} problems={problems} onChange={setDrafts} />
          <TextInput
            label={t('register.id')}
            description={t('register.idNote')}
            autoComplete="off"
            value={id}
            onChange={(event) => setId(event.currentTarget.value)}
          />
          <ProblemView error={record.error} />
          <Button type="submit" loading={record.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('register.save')}
          </Button>
        </Stack>
      </form>
    </>
  );
}
