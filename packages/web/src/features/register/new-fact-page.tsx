import { Button, Stack, Text, TextInput } from '@mantine/core';
import { isRecordedByHand } from '@sallyport/core/access';
import type { Kind } from '@sallyport/core/facts';
import { addFile } from '@sallyport/server/contracts/files';
import { recordFact } from '@sallyport/server/contracts/register';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemError } from '../../app/api.ts';
import { useAct } from '../../app/ask.ts';
import { headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { EmptyPage } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { FilePicker } from '../files/file-picker.tsx';
import { useUploads } from '../files/use-uploads.ts';
import { FactFields } from './fact-fields.tsx';
import { draftsOf, fieldsOf, problemsOf } from './fact-form.ts';
import { useKind } from './use-kind.ts';

export function NewFactPage() {
  const kind = useKind();
  if (kind === null) return <NotFoundPage />;
  return isRecordedByHand(kind.name) ? <NewFact key={kind.name} kind={kind} /> : <NotByHand kind={kind} />;
}

/** What two people decide, or what a room makes by itself, is no form to be filled in. */
function NotByHand({ kind }: { readonly kind: Kind }) {
  const { t, said } = useWords();
  return (
    <EmptyPage title={t('register.notByHand', { kind: headed(said(kind.label)) })} note={t('register.notByHandNote')}>
      <BackToList kind={kind} />
    </EmptyPage>
  );
}

const BackToList = ({ kind }: { readonly kind: Kind }) => {
  const { t } = useWords();
  return (
    <Link to="/register/$kind" params={{ kind: kind.name }}>
      {t('app.back')}
    </Link>
  );
};

function NewFact({ kind }: { readonly kind: Kind }) {
  const { t, said } = useWords();
  const navigate = useNavigate();
  const [drafts, setDrafts] = useState(() => draftsOf(kind));
  const [id, setId] = useState('');
  const record = useAct(recordFact);
  const attach = useAct(addFile);
  const { uploads, choose, drop } = useUploads();
  const [unattached, setUnattached] = useState<string | null>(null);
  const problems = record.error instanceof ProblemError ? problemsOf(record.error.problem.details) : {};

  const send = (): void =>
    record.mutate(
      { kind: kind.name, fields: fieldsOf(kind, drafts), ...(id.trim() === '' ? {} : { id: id.trim() }) },
      { onSuccess: (done) => void attachAll(done.id) },
    );

  /** The fact is recorded once, whatever becomes of its evidence. */
  const attachAll = async (recorded: string): Promise<void> => {
    try {
      for (const { ticket } of uploads)
        if (ticket !== null) await attach.mutateAsync({ kind: kind.name, id: recorded, ticket });
      await navigate({ to: '/register/$kind/facts/$id', params: { kind: kind.name, id: recorded } });
    } catch {
      // What was refused stands in `attach.error`.
      setUnattached(recorded);
    }
  };
  return (
    <>
      <p className="back">
        <BackToList kind={kind} />
      </p>
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
            maw={520}
            value={id}
            onChange={(event) => setId(event.currentTarget.value)}
          />
          <Section title={t('files.title')}>
            <Text mb="xs">{t('files.note')}</Text>
            <FilePicker uploads={uploads} onChoose={(files) => void choose(files)} onDrop={drop} />
          </Section>
          <ProblemView error={record.error ?? attach.error} />
          {unattached === null ? (
            <Button
              type="submit"
              loading={record.isPending || attach.isPending}
              disabled={uploads.some(({ ticket, error }) => ticket === null && error === null)}
              style={{ alignSelf: 'flex-start' }}
            >
              {t('register.save')}
            </Button>
          ) : (
            <Text role="status">
              {t('files.notAttached')}{' '}
              <Link to="/register/$kind/facts/$id" params={{ kind: kind.name, id: unattached }}>
                {t('files.toFact')}
              </Link>
            </Text>
          )}
        </Stack>
      </form>
    </>
  );
}
