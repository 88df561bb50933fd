import { Button, Checkbox, FileButton, NativeSelect, Stack, Text } from '@mantine/core';
import { decidedKinds } from '@sallyport/core/access';
import { vocabulary } from '@sallyport/core/facts';
import { listImports, previewImport } from '@sallyport/server/contracts/imports';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useAct, useAskPages } from '../../app/ask.ts';
import { countText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { useUploads } from '../files/use-uploads.ts';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { BlankColumns } from './blank-columns.tsx';

const kinds = [...vocabulary.kinds.values()].filter(({ name }) => !decidedKinds.has(name));

/** Files to be read in, and the imports there were. */
export function ImportPage() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('imports.title')} note={t('imports.note')} />
      <ChooseFiles />
      <Section title={t('imports.before')}>
        <Runs />
      </Section>
    </>
  );
}

function ChooseFiles() {
  const { t, said } = useWords();
  const note = useId();
  const go = useNavigate();
  const { uploads, choose } = useUploads();
  const [told, setTold] = useState<Readonly<Record<string, string>>>({});
  const [empties, setEmpties] = useState<Readonly<Record<string, readonly string[]>>>({});
  const [personnel, setPersonnel] = useState(true);
  const preview = useAct(previewImport);
  const ready = uploads.flatMap(({ key, ticket }) =>
    ticket === null ? [] : [{ ticket, kind: told[key] || null, blanks: [...(empties[key] ?? [])] }],
  );
  const choices = [
    { value: '', label: t('imports.byHeadings') },
    ...kinds.map(({ name, label }) => ({ value: name, label: said(label) })),
  ];
  return (
    <Stack align="flex-start">
      <Text id={note} c="dimmed" size="sm">
        {t('imports.fileNote')}
      </Text>
      <FileButton multiple accept=".csv,.txt,.xlsx" onChange={(files) => void choose(files)}>
        {(props) => (
          <Button variant="default" aria-describedby={note} {...props}>
            {t('imports.choose')}
          </Button>
        )}
      </FileButton>
      {uploads.map(({ key, name, ticket, error }) => (
        <div key={key}>
          {error === null && ticket !== null ? (
            <>
              <NativeSelect
                label={t('imports.kindOf', { name })}
                data={choices}
                value={told[key] ?? ''}
                onChange={(event) => {
                  setTold({ ...told, [key]: event.currentTarget.value });
                  setEmpties({ ...empties, [key]: [] });
                }}
              />
              <BlankColumns
                key={told[key] ?? ''}
                ticket={ticket}
                kind={told[key] || null}
                empties={empties[key] ?? []}
                onChange={(columns) => setEmpties({ ...empties, [key]: columns })}
              />
            </>
          ) : (
            <Text role="status">{name}</Text>
          )}
          <ProblemView error={error} />
        </div>
      ))}
      <ProblemView error={preview.error} />
      {ready.length === 0 ? null : (
        <Checkbox
          label={t('imports.personnel')}
          description={t('imports.personnelNote')}
          checked={personnel}
          onChange={(event) => setPersonnel(event.currentTarget.checked)}
        />
      )}
      {ready.length === 0 ? null : (
        <Button
          loading={preview.isPending || ready.length < uploads.filter(({ error }) => error === null).length}
          onClick={() =>
            preview.mutate(
              { files: ready, personnel },
              { onSuccess: ({ import: id }) => void go({ to: '/import/$id', params: { id } }) },
            )
          }
        >
          {t('imports.look')}
        </Button>
      )}
    </Stack>
  );
}

function Runs() {
  const { t, language } = useWords();
  const found = useAskPages(listImports, {});
  if (found.error !== null) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty title={t('imports.none')} note={t('imports.noneNote')} />;
  return (
    <>
      <ExportLedger list="imports" filter={{}} />
      {items.map(({ import: id, madeAt, state, rows }) => (
        <Link key={id} to="/import/$id" params={{ id }} className="row">
          <span className="row-title">{t('imports.run', { when: momentText(madeAt, language) })}</span>
          <span className={state === 'undone' ? 'state state-quiet' : 'state'}>{t(`imports.state.${state}`)}</span>
          <span className="row-more">
            {rows.done === 0 ? null : <span>{t('imports.done', { count: countText(rows.done, language) })}</span>}
            {rows.undone === 0 ? null : <span>{t('imports.undone', { count: countText(rows.undone, language) })}</span>}
          </span>
        </Link>
      ))}
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </>
  );
}
