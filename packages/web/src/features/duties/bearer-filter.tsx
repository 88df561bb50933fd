import { NativeSelect } from '@mantine/core';
import { vocabulary } from '@sallyport/core/facts';
import { listFacts } from '@sallyport/server/contracts/register';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { mayRead, useMe } from '../../app/session.ts';

type Props = {
  readonly value: string | undefined;
  readonly onChange: (next: { readonly bearer: string | undefined }) => void;
};

const kind = vocabulary.kinds.get('organisation');

/** Who owes it in law: the organisations of the register. */
export function BearerFilter({ value, onChange }: Props) {
  const { t } = useWords();
  const who = useMe();
  const enabled = kind !== undefined && mayRead(kind, who);
  const found = useAsk(listFacts, { kind: 'organisation', limit: 200 }, { enabled, staleTime: 300_000 });
  const bearers = (found.data?.items ?? []).map(({ id, fields }) => ({
    value: id,
    label: typeof fields['name'] === 'string' ? fields['name'] : id,
  }));
  const chosen = value === undefined || bearers.some((one) => one.value === value) ? [] : [{ value, label: value }];
  return (
    <NativeSelect
      label={t('duty.bearer')}
      value={value ?? ''}
      onChange={(event) =>
        onChange({ bearer: event.currentTarget.value === '' ? undefined : event.currentTarget.value })
      }
      data={[{ value: '', label: t('duties.anyBearer') }, ...chosen, ...bearers]}
    />
  );
}
