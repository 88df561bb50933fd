import { TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';

// The list that suggests is the heaviest part of the console; until it is here nothing can be typed, and no focus is lost by the change.
const UnitFinder = lazy(async () => ({ default: (await import('./unit-finder.tsx')).UnitFinder }));

type Props = {
  readonly value: string | undefined;
  readonly onChange: (next: { readonly unit: string | undefined }) => void;
};

/** One unit with all under it, found by its name. */
export function UnitFilter({ value, onChange }: Props) {
  const { t } = useWords();
  const names = useNames('unit', [value ?? null]);
  const chosen = value === undefined ? null : { value, label: names.get(value) ?? value };
  const label = t('people.unit');
  return (
    <Suspense fallback={<TextInput label={label} value={chosen?.label ?? ''} disabled />}>
      <UnitFinder label={label} chosen={chosen} onChange={(unit) => onChange({ unit })} />
    </Suspense>
  );
}
