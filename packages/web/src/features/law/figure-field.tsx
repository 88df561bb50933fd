import { NumberInput, TextInput } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import type { Key } from '../../app/words.ts';
import type { Resting } from './rests.tsx';

export type FigureValue = string | number;
type Props = {
  readonly figure: Resting['figures'][number];
  readonly value: FigureValue;
  readonly onChange: (value: FigureValue) => void;
};

const duration = /^(PT?)(\d+)([YMDH])$/;
const units: Readonly<Record<string, Key>> = {
  Y: 'law.unit.years',
  M: 'law.unit.months',
  D: 'law.unit.days',
  H: 'law.unit.hours',
};

/** A figure of the clause in the unit it is written in: a number with the unit, or a day. */
export function FigureField({ figure, value, onChange }: Props) {
  const { t, said } = useWords();
  const label = said(figure.label);
  const [, before = '', amount = '', unit = ''] = duration.exec(String(value)) ?? [];
  const whole = { min: 0, allowDecimal: false, allowNegative: false, maw: '16em', required: true } as const;
  if (typeof value === 'number')
    return <NumberInput {...whole} label={label} value={value} onChange={(next) => onChange(Number(next))} />;
  if (unit === '')
    return (
      <TextInput
        type="date"
        required
        maw="16em"
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  const name = units[unit];
  return (
    <NumberInput
      {...whole}
      label={name === undefined ? label : t('law.figureIn', { figure: label, unit: t(name) })}
      value={Number(amount)}
      onChange={(next) => onChange(`${before}${String(next)}${unit}`)}
    />
  );
}
