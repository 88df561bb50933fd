import { Button } from '@mantine/core';
import { endPutOff } from '@sallyport/server/contracts/duties';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
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
  const end = useAct(endPutOff);
  return (
    <ReasonForm
      note={t('putOff.endNote')}
      label={t('putOff.reason')}
      confirm={t('putOff.endConfirm')}
      shortest={4}
      longest={2000}
      grave
      pending={end.isPending}
      error={end.error}
      onReason={(reason) => end.mutate({ kind: decision.kind, id: decision.id, reason })}
      onCancel={onCancel}
    />
  );
}
