import { Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { showDuty } from '@sallyport/server/contracts/duties';
import { confirmAct, declineAct, withdrawAct } from '@sallyport/server/contracts/identity';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ActTold, type ToldDuty } from './act-told.tsx';
import type { Act, Done } from './acts-page.tsx';
import { AdvisoryTold } from './advisory-told.tsx';
import { ClauseTold } from './clause-told.tsx';
import { ConflictTold } from './conflict-told.tsx';
import { PackageTold } from './package-told.tsx';
import { PersonTold } from './person-told.tsx';

type Props = { readonly act: Act; readonly onDone: (done: Done) => void };

/** One act in words: who asks, what holds once it is confirmed, why, who may sign. */
export function ActCard({ act, onDone }: Props) {
  const { t, language } = useWords();
  const confirm = useAct(confirmAct);
  const decline = useAct(declineAct);
  const withdraw = useAct(withdrawAct);
  const [code, setCode] = useState('');
  const { act: id, kind, mine, first, subject, role, reason, askedAt, from, endsAt, told, eligible } = act;
  const what = t(`acts.about.${kind}`, {
    first,
    subject: subject ?? '',
    role: role === null ? '' : t(`identity.role.${role}`),
    until: told?.about === 'duty' ? dayText(told.until, language) : '',
  });
  return (
    <Paper withBorder p="md" my="md" component="article" aria-label={t(`identity.act.${kind}`)}>
      <Title order={3} size="h5" className="act-title">
        {t(`identity.act.${kind}`)}
        {mine || kind === 'identity-check' ? null : ` · ${t('acts.asked', { name: first })}`}
      </Title>
      <Text my="sm">{what}</Text>
      <dl className="pairs">
        {told?.about === 'duty' ? <ActTold told={told} /> : null}
        {told?.about === 'clause' ? <ClauseTold told={told} /> : null}
        {told?.about === 'conflict' ? <ConflictTold told={told} /> : null}
        {told?.about === 'advisory' ? <AdvisoryTold told={told} /> : null}
        {told?.about === 'package' ? <PackageTold told={told} /> : null}
        {told?.about === 'person' ? <PersonTold told={told} /> : null}
        {kind === 'identity-check' ? null : (
          <>
            <dt>{t('acts.reason')}</dt>
            <dd>{reason}</dd>
          </>
        )}
        <dt>{t('acts.askedAt')}</dt>
        <dd>{momentText(askedAt, language)}</dd>
        {from === null ? null : (
          <>
            <dt>{t('acts.from')}</dt>
            <dd>{momentText(from, language)}</dd>
          </>
        )}
        <dt>{t('acts.endsAt')}</dt>
        <dd>{momentText(endsAt, language)}</dd>
        <dt>{t(mine ? 'acts.waitsFor' : 'acts.mayAlso')}</dt>
        <dd>{eligible.join(language === 'zh' ? '、' : ', ')}</dd>
      </dl>
      {kind === 'identity-check' && !mine ? (
        <TextInput
          label={t('acts.check')}
          description={t('acts.checkNote')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          maw="20em"
          my="sm"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      ) : null}
      <ProblemView error={confirm.error ?? decline.error ?? withdraw.error} />
      <Group mt="md">
        {mine ? (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ act: id }, { onSuccess: () => onDone({ what: 'withdrawn', link: null }) })}
          >
            {t('acts.withdraw')}
          </Button>
        ) : (
          <>
            <Button
              loading={confirm.isPending}
              onClick={() =>
                confirm.mutate(kind === 'identity-check' ? { act: id, check: code.trim() } : { act: id }, {
                  onSuccess: ({ token }) => onDone({ what: 'confirmed', link: linkOf(token) }),
                })
              }
            >
              {t('acts.confirm')}
            </Button>
            <Button
              variant="default"
              loading={decline.isPending}
              onClick={() => decline.mutate({ act: id }, { onSuccess: () => onDone({ what: 'declined', link: null }) })}
            >
              {t('acts.decline')}
            </Button>
          </>
        )}
        {told?.about === 'duty' ? <DutyDoor told={told} /> : null}
      </Group>
    </Paper>
  );
}

const linkOf = (token: string | null): string | null => (token === null ? null : `${location.origin}/enter#${token}`);

/** For those whose role may read duties; what is signed stands on the card itself. */
function DutyDoor({ told }: { readonly told: ToldDuty }) {
  const { t } = useWords();
  const who = useMe();
  if (!isAdmitted(showDuty.admits, who)) return null;
  const { rule, subject, period } = told;
  return (
    <Link
      to="/duty"
      search={{ rule, subject: subject.id, ...(period === null ? {} : { period }) }}
      style={{ color: 'inherit' }}
    >
      {t('acts.openDuty')}
    </Link>
  );
}
