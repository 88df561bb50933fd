import { NativeSelect, TextInput } from '@mantine/core';
import { type Field, vocabulary } from '@sallyport/core/facts';
import { lazy, Suspense } from 'react';
import { useWords } from '../../app/language-context.tsx';

// The list that suggests is the heaviest part of the console; until it is here nothing can be typed, and no focus is lost by the change.
const RefField = lazy(async () => ({ default: (await import('./ref-field.tsx')).RefField }));

type Props = {
  readonly field: Field;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

const inputTypes: Readonly<Partial<Record<Field['type'], string>>> = {
  day: 'date',
  instant: 'datetime-local',
  integer: 'number',
};

/** One field of the vocabulary as a field of a form. */
export function FactField({ field, value, error, onChange }: Props) {
  const { t, said } = useWords();
  const common = { label: said(field.label), required: !field.nullable, error };
  const target = field.to === undefined ? undefined : vocabulary.kinds.get(field.to);
  if (field.type === 'ref' && target !== undefined)
    return (
      <Suspense fallback={<TextInput {...common} value={value} disabled />}>
        <RefField {...common} kind={target} value={value} onChange={onChange} />
      </Suspense>
    );

  const take = (event: { currentTarget: { value: string } }): void => onChange(event.currentTarget.value);
  const empty = { value: '', label: t(field.nullable ? 'register.unknown' : 'register.choose') };
  if (field.type === 'word' || field.type === 'boolean') {
    const choices =
      field.type === 'boolean'
        ? [
            { value: 'true', label: t('app.yes') },
            { value: 'false', label: t('app.no') },
          ]
        : Object.entries(field.words ?? {}).map(([word, label]) => ({ value: word, label: said(label) }));
    return <NativeSelect {...common} value={value} onChange={take} data={[empty, ...choices]} />;
  }
  return (
    <TextInput
      {...common}
      type={inputTypes[field.type] ?? 'text'}
      min={field.type === 'integer' ? field.min : undefined}
      maxLength={field.type === 'text' ? 4000 : undefined}
      autoComplete="off"
      value={value}
      onChange={take}
    />
  );
}
