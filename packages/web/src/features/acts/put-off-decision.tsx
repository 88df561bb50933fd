import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { endPutOff } from '@sallyport/server/contracts/duties';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import type { PutOff } from './put-off.tsx';

type Props = { readonly decision: PutOff['decisions'][number]; readonly mayEnd: boolean };

/** A decision of two persons, and its early end by one. */
export function PutOffDecision({ decision, mayEnd }: Props) {
  const { t, language } = useWords();
  const [ending, setEnding] = useState(false);
  const { kind, grantedOn, until, inForce, reason, authority, first, second } = decision;
  return (
    <div className="row still">
      <span className="row-title">
        {t(`putOff.kind.${kind}`)} · {t('putOff.until.told', { day: dayText(until, language) })}
      </span>
      <span className={inForce ? 'state' : 'state state-quiet'}>{t(inForce ? 'putOff.inForce' : 'putOff.ended')}</span>
      <span className="row-more">
        {grantedOn === null ? null : <span>{t('putOff.granted', { day: dayText(grantedOn, language) })}</span>}
        {first === null || second === null ? null : <span>{t('putOff.by', { first, second })}</span>}
        {authority === null ? null : <span>{t('putOff.authorityTold', { authority })}</span>}
        {reason === null ? null : <span>{t('putOff.reasonTold', { reason })}</span>}
      </span>
      {inForce && mayEnd ? (
        <div style={{ gridColumn: '1 / -1' }}>
          {ending ? (
            <EndEarly decision={decision} onCancel={() => setEnding(false)} />
          ) : (
            <Button variant="default" size="compact-sm" onClick={() => setEnding(true)}>
              {t('putOff.end')}
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}

function EndEarly({ decision, onCancel }: { readonly decision: Props['decision']; readonly onCancel: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const end = useAct(endPutOff);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        end.mutate({ kind: decision.kind, id: decision.id, reason });
      }}
    >
      <Stack mt="sm">
        <Text size="sm">{t('putOff.endNote')}</Text>
        <TextInput
          label={t('putOff.reason')}
          required
          autoFocus
          minLength={4}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemView error={end.error} />
        <Group>
          <Button type="submit" color="red.9" loading={end.isPending}>
            {t('putOff.endConfirm')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
