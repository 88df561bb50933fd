import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type Field, vocabulary } from '@sallyport/core/facts';
import { askMerge } from '@sallyport/server/contracts/people';
import { oneFact } from '@sallyport/server/contracts/register';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { cellText } from '../register/cell-text.ts';
import type { SentCell, SentFields } from '../register/fact-form.ts';
import { readMergeSearch } from './search.ts';

/** Two entries side by side: which one stays, and which values. */
export function MergePage() {
  const { keep, drop } = readMergeSearch(useSearch({ strict: false }));
  if (keep === undefined || drop === undefined) return <NotFoundPage />;
  return <Both key={`${keep} ${drop}`} keep={keep} drop={drop} />;
}

type Ids = { readonly keep: string; readonly drop: string };

function Both({ keep, drop }: Ids) {
  const kept = useAsk(oneFact, { kind: 'person', id: keep });
  const gone = useAsk(oneFact, { kind: 'person', id: drop });
  const error = kept.error ?? gone.error;
  if (error !== null) return <ProblemView whole error={error} />;
  if (kept.data === undefined || gone.data === undefined) return <Loading />;
  return <Compare keep={keep} drop={drop} kept={kept.data.fields} gone={gone.data.fields} />;
}

function Compare({ keep, drop, kept, gone }: Ids & { readonly kept: SentFields; readonly gone: SentFields }) {
  const { t, said, language } = useWords();
  const navigate = useNavigate();
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const ask = useAct(askMerge);
  const units = useNames('unit', [textIn(kept, 'unit'), textIn(gone, 'unit')]);
  const fields = Object.entries(vocabulary.kinds.get('person')?.fields ?? {}).filter(
    ([name]) => name !== 'organisation',
  );
  const shown = (name: string, field: Field, cell: SentCell): string =>
    name === 'unit' && typeof cell === 'string' ? (units.get(cell) ?? cell) : cellText(field, cell, language);
  const swap = (): void => void navigate({ to: '/people/merge', search: { keep: drop, drop: keep }, replace: true });
  return (
    <>
      <p className="back">
        <Link to="/people/doubles">{t('app.back')}</Link>
      </p>
      <PageHead title={t('merges.compare')} note={t('merges.compareNote')} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate(
            { keep, drop, take: [...taken], reason },
            { onSuccess: () => void navigate({ to: '/people/doubles' }) },
          );
        }}
      >
        <Stack>
          <Text>{t('merges.stays', { kept: keep, gone: drop })}</Text>
          <Group>
            <Button variant="default" onClick={swap}>
              {t('merges.swap', { id: drop })}
            </Button>
          </Group>
          {fields.map(([name, field]) => {
            const [own, other] = [kept[name] ?? null, gone[name] ?? null];
            return own === other ? (
              <dl className="pairs" key={name}>
                <dt>{said(field.label)}</dt>
                <dd>{shown(name, field, own)}</dd>
              </dl>
            ) : (
              <NativeSelect
                key={name}
                label={said(field.label)}
                value={taken.includes(name) ? 'gone' : 'kept'}
                onChange={(event) =>
                  setTaken(
                    event.currentTarget.value === 'gone' ? [...taken, name] : taken.filter((one) => one !== name),
                  )
                }
                data={[
                  { value: 'kept', label: t('merges.valueOf', { value: shown(name, field, own), id: keep }) },
                  { value: 'gone', label: t('merges.valueOf', { value: shown(name, field, other), id: drop }) },
                ]}
              />
            );
          })}
          <TextInput
            label={t('acts.reason')}
            required
            minLength={4}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemView error={ask.error} />
          <Group>
            <Button type="submit" loading={ask.isPending}>
              {t('merges.ask')}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}

const textIn = (fields: SentFields, name: string): string | null => {
  const cell = fields[name];
  return typeof cell === 'string' ? cell : null;
};
