import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { endPutOff, type putOffShown, waiveDuty } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { z } from 'zod';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/section.tsx';
import { PutOffDecision } from './put-off-decision.tsx';

// Fetched by those who ask; most people only read the duty.
const PutOffForm = lazy(async () => ({ default: (await import('./put-off-form.tsx')).PutOffForm }));

export type PutOff = z.output<typeof putOffShown>;
type Kind = 'waiver' | 'override';
export type DutyKey = { readonly rule: string; readonly subject: string; readonly period: string | null };

/** What two persons decided about a duty; what may be asked for, or the clause that lets nobody. */
export function PutOffSection({
  duty,
  putOff,
  open,
  aside,
}: {
  readonly duty: DutyKey;
  readonly putOff: PutOff;
  readonly open: boolean;
  /** Something else on the page waits for a decision first. */
  readonly aside: boolean;
}) {
  const { t, language } = useWords();
  const who = useMe();
  const [asking, setAsking] = useState<Kind | null>(null);
  const mayAsk = open && isAdmitted(waiveDuty.admits, who);
  const kinds = (['waiver', 'override'] as const).filter((kind) => mayAsk && putOff[kind].refusedFor === null);
  const reasons = open ? whyNone(putOff) : [];
  if (putOff.decisions.length + putOff.waiting.length + kinds.length + reasons.length === 0) return null;
  return (
    <Section title={t('putOff.title')}>
      <Stack gap="sm">
        {putOff.decisions.map((one) => (
          <PutOffDecision key={one.id} decision={one} mayEnd={isAdmitted(endPutOff.admits, who)} />
        ))}
        {putOff.waiting.map(({ act, kind, endsAt }) => (
          <Alert key={act} color="blue" variant="outline" styles={{ message: { color: 'inherit' } }}>
            {t(`putOff.waits.${kind}`, { when: momentText(endsAt, language) })}{' '}
            <Link to="/acts">{t('putOff.toActs')}</Link>
          </Alert>
        ))}
        {reasons.map(({ refusedFor, clause }) => (
          <Refusal key={refusedFor} refusedFor={refusedFor} clause={clause} />
        ))}
        {asking !== null && kinds.includes(asking) ? (
          <Suspense fallback={<Loading />}>
            <PutOffForm kind={asking} duty={duty} putOff={putOff} aside={aside} onEnd={() => setAsking(null)} />
          </Suspense>
        ) : kinds.length === 0 ? null : (
          <Group>
            {kinds.map((kind) => (
              <Button key={kind} variant="default" onClick={() => setAsking(kind)}>
                {t(`putOff.${kind}`)}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
    </Section>
  );
}

const byLaw = ['never-waived', 'never-put-off', 'never-overridden'] as const;
type ByLaw = (typeof byLaw)[number];
type Reason = { readonly refusedFor: ByLaw; readonly clause: PutOff['waiver']['clause'] };

/** Where the law lets nobody, once each: what lies only in the present state of the duty is not said. */
function whyNone({ waiver, override }: PutOff): Reason[] {
  const found = [waiver, override].flatMap(({ refusedFor, clause }) =>
    byLaw.flatMap((one) => (one === refusedFor ? [{ refusedFor: one, clause }] : [])),
  );
  return found.filter((one, at) => found.findIndex(({ refusedFor }) => refusedFor === one.refusedFor) === at);
}

function Refusal({ refusedFor, clause }: Reason) {
  const { t, said } = useWords();
  return (
    <Text>
      {t(`putOff.why.${refusedFor}`, { clause: clause === null ? '' : said(clause.name) })}{' '}
      {clause === null ? null : <ClauseDoor clause={clause.id} />}
    </Text>
  );
}

function ClauseDoor({ clause }: { readonly clause: string }) {
  const { t } = useWords();
  const [edition = '', id = ''] = clause.split('/');
  return (
    <Link to="/law/$edition/$clause" params={{ edition, clause: id }}>
      {t('putOff.seeClause')}
    </Link>
  );
}
