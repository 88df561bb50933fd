import { Button, FileButton, Stack, Text, TextInput } from '@mantine/core';
import { onePrint, readScan, takeBack } from '@sallyport/server/contracts/forms';
import { useId, useRef, useState } from 'react';
import { ProblemError } from '../../app/api.ts';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { FactLink } from '../../ui/fact-link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { useUploads } from '../files/use-uploads.ts';
import { FoundPrint } from './found-print.tsx';

type Scan = { readonly ticket: string; readonly name: string };

/** A signed paper comes back: its scan is matched by the code on it, or by the number, shown, and made evidence. */
export function ReturnPage() {
  const { t } = useWords();
  const [scan, setScan] = useState<Scan | null>(null);
  const [done, setDone] = useState<{ readonly kind: string; readonly fact: string } | null>(null);
  const again = (): void => {
    setScan(null);
    setDone(null);
  };
  return (
    <>
      <PageHead title={t('forms.returnTitle')} note={t('forms.returnNote')} />
      {done !== null ? (
        <Stack align="flex-start">
          <Text role="status">{t('forms.returned')}</Text>
          <FactLink kind={done.kind} id={done.fact} />
          <Button variant="default" onClick={again}>
            {t('forms.next')}
          </Button>
        </Stack>
      ) : scan === null ? (
        <ChooseScan onScan={setScan} />
      ) : (
        <Match key={scan.ticket} scan={scan} onDone={setDone} onCancel={again} />
      )}
    </>
  );
}

function ChooseScan({ onScan }: { readonly onScan: (scan: Scan) => void }) {
  const { t } = useWords();
  const note = useId();
  const name = useRef('');
  const { uploads, choose, drop } = useUploads(async (ticket) => onScan({ ticket, name: name.current }));
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    for (const { key } of uploads) drop(key);
    name.current = file.name;
    await choose([file]);
  };
  const [upload] = uploads;
  return (
    <Stack align="flex-start">
      <Text id={note} c="dimmed" size="sm">
        {t('files.mayNot')} {t('forms.scanNote')}
      </Text>
      <FileButton accept=".pdf,.jpg,.jpeg,.png,.webp" onChange={(file) => void take(file)}>
        {(props) => (
          <Button
            aria-describedby={note}
            loading={upload !== undefined && upload.ticket === null && upload.error === null}
            {...props}
          >
            {t('forms.chooseScan')}
          </Button>
        )}
      </FileButton>
      <ProblemView error={upload?.error ?? null} />
    </Stack>
  );
}

type MatchProps = {
  readonly scan: Scan;
  readonly onDone: (fact: { readonly kind: string; readonly fact: string }) => void;
  readonly onCancel: () => void;
};

function Match({ scan, onDone, onCancel }: MatchProps) {
  const { t } = useWords();
  const read = useAct(readScan, false);
  const back = useAct(takeBack);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  if (read.isIdle) read.mutate({ ticket: scan.ticket });
  const print = read.data?.print;
  const input = print !== undefined ? { print } : { recordNumber: asked ?? '' };
  const found = useAsk(onePrint, input, { enabled: print !== undefined || asked !== null });
  // What is on the scan says that it is no paper of ours: a number that was typed would not make it one.
  const unread = read.error instanceof ProblemError && read.error.problem.code === 'forms.no-code';
  if (read.isPending || read.isIdle) return <Loading />;
  return (
    <>
      <Text>{t('forms.scan', { name: scan.name })}</Text>
      <ProblemView error={read.error} />
      {unread ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(typed);
          }}
        >
          <Stack align="flex-start">
            <TextInput
              label={t('forms.number')}
              description={t('forms.numberNote')}
              required
              maxLength={60}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button type="submit" variant="default">
              {t('forms.findNumber')}
            </Button>
          </Stack>
        </form>
      ) : null}
      <ProblemView error={found.error} />
      {found.data === undefined || found.error !== null ? null : (
        <Section title={t('forms.found')}>
          <FoundPrint found={found.data.found} person={found.data.person} />
          <ProblemView error={back.error} />
          {found.data.found.state === 'out' ? (
            <Button
              mt="md"
              mr="sm"
              loading={back.isPending}
              onClick={() => {
                const { print: id, kind, fact } = found.data.found;
                back.mutate({ print: id, ticket: scan.ticket }, { onSuccess: () => onDone({ kind, fact }) });
              }}
            >
              {t('forms.confirm')}
            </Button>
          ) : (
            <Text role="status" mt="md">
              {t(`forms.why.${found.data.found.state}`)}
            </Text>
          )}
        </Section>
      )}
      <Button variant="default" mt="md" onClick={onCancel}>
        {t('forms.otherScan')}
      </Button>
    </>
  );
}
