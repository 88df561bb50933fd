import { Alert, Button, Text } from '@mantine/core';
import { type conflictShown, decideConflict, withdrawConflict } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { z } from 'zod';
import { useAct } from '../../app/ask.ts';
import { dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { Section } from '../../ui/section.tsx';
import { Sides } from './conflict-told.tsx';

// Fetched by those who ask; most people only read the duty.
const ConflictDialog = lazy(async () => ({ default: (await import('./conflict-dialog.tsx')).ConflictDialog }));

type Conflict = z.output<typeof conflictShown>;
type Duty = { readonly rule: string; readonly subject: string };

/** What one clause demands and another restrains: both sides, and the decision of two persons or the way to it. */
export function ConflictSection({ duty, conflicts }: { readonly duty: Duty; readonly conflicts: readonly Conflict[] }) {
  const { t } = useWords();
  if (conflicts.length === 0) return null;
  return (
    <Section title={t('conflict.title')}>
      {conflicts.map((conflict) => (
        <OneConflict key={conflict.act} duty={duty} conflict={conflict} />
      ))}
    </Section>
  );
}

function OneConflict({ duty, conflict }: { readonly duty: Duty; readonly conflict: Conflict }) {
  const { t, said, language } = useWords();
  const who = useMe();
  const [open, setOpen] = useState(false);
  const { act, name, demanding, restraining, decision, waiting } = conflict;
  const mayAsk = waiting === null && isAdmitted(decideConflict.admits, who);
  return (
    <div className="conflict">
      <Text mb="xs">{t(decision === null ? 'conflict.note' : 'conflict.noteDecided', { act: said(name) })}</Text>
      <dl className="pairs">
        <Sides demanding={demanding} restraining={restraining} />
      </dl>
      {decision === null ? null : <Decided of={{ rule: duty.rule, subject: duty.subject, act }} decision={decision} />}
      {waiting === null ? null : (
        <Alert color="blue" variant="outline" my="sm" styles={{ message: { color: 'inherit' } }}>
          {t('conflict.waits', {
            way: t(`conflict.${waiting.decision}`),
            when: momentText(waiting.endsAt, language),
          })}{' '}
          <Link to="/acts">{t('putOff.toActs')}</Link>
        </Alert>
      )}
      {mayAsk ? (
        <Button mt="sm" variant={decision === null ? 'filled' : 'default'} onClick={() => setOpen(true)}>
          {t(decision === null ? 'conflict.decide' : 'conflict.again')}
        </Button>
      ) : null}
      {open ? (
        <Suspense>
          <ConflictDialog duty={duty} act={act} onEnd={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

type DecidedProps = {
  readonly of: { readonly rule: string; readonly subject: string; readonly act: string };
  readonly decision: NonNullable<Conflict['decision']>;
};

function Decided({ of, decision }: DecidedProps) {
  const { t, language } = useWords();
  const who = useMe();
  const [ending, setEnding] = useState(false);
  const withdraw = useAct(withdrawConflict);
  const { decision: way, decidedOn, first, second, reason } = decision;
  return (
    <div className="row still">
      <span className="row-title">{t('conflict.decided', { way: t(`conflict.${way}`) })}</span>
      <span className="row-more">
        {decidedOn === null ? null : <span>{t('putOff.granted', { day: dayText(decidedOn, language) })}</span>}
        {first === null || second === null ? null : <span>{t('putOff.by', { first, second })}</span>}
        {reason === null ? null : <span>{t('putOff.reasonTold', { reason })}</span>}
      </span>
      {isAdmitted(withdrawConflict.admits, who) ? (
        <div style={{ gridColumn: '1 / -1' }}>
          {ending ? (
            <ReasonForm
              note={t('conflict.withdrawNote')}
              label={t('putOff.reason')}
              confirm={t('conflict.withdrawConfirm')}
              shortest={4}
              longest={2000}
              grave
              pending={withdraw.isPending}
              error={withdraw.error}
              onReason={(why) => withdraw.mutate({ ...of, reason: why })}
              onCancel={() => setEnding(false)}
            />
          ) : (
            <Button variant="default" size="compact-sm" onClick={() => setEnding(true)}>
              {t('conflict.withdraw')}
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}
