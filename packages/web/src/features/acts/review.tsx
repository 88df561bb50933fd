import { Button, Stack, Text } from '@mantine/core';
import { type reviewShown, withdrawReview } from '@sallyport/server/contracts/duties';
import { lazy, Suspense, useState } from 'react';
import type { z } from 'zod';
import { useAct } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { FactLink } from '../../ui/fact-link.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { Section } from '../../ui/section.tsx';

// Fetched by those who decide; most people only read the duty.
const ReviewDialog = lazy(async () => ({ default: (await import('./review-dialog.tsx')).ReviewDialog }));

export type Review = NonNullable<z.output<typeof reviewShown>>;

type Props = { readonly duty: { readonly rule: string; readonly subject: string }; readonly review: Review };

/** What a named person found of a forbidden fact on record, or has to say. */
export function ReviewSection({ duty, review: { may, decisions } }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (may === null && decisions.length === 0) return null;
  return (
    <Section title={t('review.title')}>
      <Stack gap="sm" align="flex-start">
        {decisions.map((one) => (
          <ReviewDecision key={one.id} decision={one} />
        ))}
        {may === null ? null : (
          <>
            <Text>{t('review.note')}</Text>
            <Button onClick={() => setOpen(true)}>{t('review.decide')}</Button>
            {open ? (
              <Suspense>
                <ReviewDialog duty={duty} clocks={may.incident} onEnd={() => setOpen(false)} />
              </Suspense>
            ) : null}
          </>
        )}
      </Stack>
    </Section>
  );
}

function ReviewDecision({ decision }: { readonly decision: Review['decisions'][number] }) {
  const { t, language } = useWords();
  const who = useMe();
  const [ending, setEnding] = useState(false);
  const withdraw = useAct(withdrawReview);
  const { id, verdict, decidedOn, reason, by, incident } = decision;
  return (
    <div className="row still" style={{ width: '100%' }}>
      <span className="row-title">{t(`review.${verdict}`)}</span>
      <span className="row-more">
        {decidedOn === null ? null : <span>{t('review.decidedOn', { day: dayText(decidedOn, language) })}</span>}
        {by === null ? null : <span>{t('review.by', { name: by })}</span>}
        {reason === null ? null : <span>{t('putOff.reasonTold', { reason })}</span>}
        {incident === null ? null : (
          <span>
            {t('review.madeInto')} <FactLink kind="incident" id={incident} />
          </span>
        )}
      </span>
      {isAdmitted(withdrawReview.admits, who) ? (
        <div style={{ gridColumn: '1 / -1' }}>
          {ending ? (
            <ReasonForm
              note={t('review.withdrawNote')}
              label={t('putOff.reason')}
              confirm={t('review.withdrawConfirm')}
              shortest={4}
              longest={2000}
              grave
              pending={withdraw.isPending}
              error={withdraw.error}
              onReason={(why) => withdraw.mutate({ id, reason: why })}
              onCancel={() => setEnding(false)}
            />
          ) : (
            <Button variant="default" size="compact-sm" onClick={() => setEnding(true)}>
              {t('review.withdraw')}
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}
