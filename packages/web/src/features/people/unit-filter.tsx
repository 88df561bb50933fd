import { NativeSelect } from '@mantine/core';
import { listUnits } from '@sallyport/server/contracts/register';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';

type Props = {
  readonly value: string | undefined;
  readonly onChange: (next: { readonly unit: string | undefined }) => void;
};

/** The highest units within reach; one further down is chosen on the page of units, and stands here once it is. */
export function UnitFilter({ value, onChange }: Props) {
  const { t, language } = useWords();
  const top = useAsk(listUnits, { order: language, limit: 200 }, { staleTime: 300_000 });
  const names = useNames('unit', [value ?? null]);
  const units = top.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const chosen =
    value === undefined || units.some((unit) => unit.value === value)
      ? []
      : [{ value, label: names.get(value) ?? value }];
  return (
    <NativeSelect
      label={t('people.unit')}
      value={value ?? ''}
      onChange={(event) => onChange({ unit: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
      maw="100%"
      data={[{ value: '', label: t('people.anyUnit') }, ...chosen, ...units]}
    />
  );
}
