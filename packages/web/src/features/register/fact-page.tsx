import { Button, Group } from '@mantine/core';
import { isRecordedByHand } from '@sallyport/core/access';
import type { Kind } from '@sallyport/core/facts';
import { oneFact } from '@sallyport/server/contracts/register';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { mayRecord, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { FactEvidence } from '../files/fact-evidence.tsx';
import type { SentFields } from './fact-form.ts';
import { FactHistory } from './fact-history.tsx';
import { FactValues } from './fact-values.tsx';
import { personIn, titleOf } from './title.ts';
import { useKind } from './use-kind.ts';
import { WithdrawFact } from './withdraw-fact.tsx';

// Forms are fetched when one is opened: reading is what most people come for.
const AskRegion = lazy(async () => ({ default: (await import('../today/ask-region.tsx')).AskRegion }));
const CorrectFact = lazy(async () => ({ default: (await import('./correct-fact.tsx')).CorrectFact }));
const PrintForms = lazy(async () => ({ default: (await import('../forms/print-forms.tsx')).PrintForms }));

export function FactPage() {
  const kind = useKind();
  const { id = '' } = useParams({ strict: false });
  return kind === null ? <NotFoundPage /> : <Fact key={`${kind.name} ${id}`} kind={kind} id={id} />;
}

/** An organisation of mainland China of which nobody has said where it is. */
const isUnplaced = (kind: Kind, { seat, region, dissolvedOn }: SentFields): boolean =>
  kind.name === 'organisation' && seat === 'cn' && region === null && dissolvedOn === null;

type Doing = 'reading' | 'correcting' | 'withdrawing';

function Fact({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const { t, said } = useWords();
  const who = useMe();
  const fact = useAsk(oneFact, { kind: kind.name, id });
  const [doing, setDoing] = useState<Doing>('reading');
  const done = (): void => setDoing('reading');
  const people = useNames('person', fact.data === undefined ? [] : [personIn(fact.data.fields)]);

  if (fact.error !== null) return <ProblemView whole error={fact.error} again={() => void fact.refetch()} />;
  if (fact.data === undefined) return <Loading />;
  const { fields, version, inRoom } = fact.data;
  const records = mayRecord(kind, who) && isRecordedByHand(kind.name);
  // Of who travels one thing is written down here: what the agency asks.
  const isTraveller = kind.name === 'traveller';
  const label = headed(said(kind.label));
  const name = people.get(personIn(fields) ?? '');
  const asks = records && doing === 'reading' && isUnplaced(kind, fields);
  const buttons = (
    <Group>
      <Button variant={asks ? 'default' : 'filled'} onClick={() => setDoing('correcting')}>
        {t('register.correct')}
      </Button>
      {inRoom === null ? (
        <Button variant="default" onClick={() => setDoing('withdrawing')}>
          {t('register.withdraw')}
        </Button>
      ) : null}
    </Group>
  );
  return (
    <>
      <p className="back">
        <Link to="/register/$kind" params={{ kind: kind.name }}>
          {t('app.back')}
        </Link>
      </p>
      <PageHead
        title={titleOf(kind, fields) ?? (name === undefined ? label : t('register.factOf', { kind: label, name }))}
        note={`${label} ${id} · ${t('register.version', { version })}`}
        action={records && (inRoom === null || isTraveller) && doing === 'reading' ? buttons : null}
      />
      {inRoom === null ? null : (
        <p>
          {t(isTraveller ? 'register.goerInTrip' : 'register.inTrip')}{' '}
          <Link to="/trips/$id" params={{ id: inRoom.id }}>
            {t('register.openTrip')}
          </Link>
        </p>
      )}
      {asks ? (
        <Suspense>
          <AskRegion organisation={{ id, name: titleOf(kind, fields) ?? id }} />
        </Suspense>
      ) : null}
      {doing === 'correcting' ? (
        <Suspense fallback={<Loading />}>
          <CorrectFact kind={kind} fact={fact.data} onDone={done} />
        </Suspense>
      ) : (
        <FactValues kind={kind} fields={fields} held={fact.data.held} />
      )}
      {doing === 'withdrawing' ? <WithdrawFact kind={kind} id={id} version={version} onCancel={done} /> : null}
      <Section title={t('files.title')}>
        <FactEvidence kind={kind.name} id={id} records={mayRecord(kind, who)} />
      </Section>
      <Suspense>
        <PrintForms kind={kind.name} id={id} />
      </Suspense>
      <Section title={t('register.history')}>
        <FactHistory kind={kind} id={id} />
      </Section>
    </>
  );
}
