import { NativeSelect } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import type { Names } from '../../app/names.ts';
import type { DutyItem } from './duty-row.tsx';

type Props = {
  readonly items: readonly DutyItem[];
  readonly names: Names;
  readonly value: string;
  readonly onChange: (next: { readonly assignee: string }) => void;
};

/** Those who have to act in what is shown, in the order of their names: nobody is counted or ranked (PEOPLE.md). */
export function AssigneeFilter({ items, names, value, onChange }: Props) {
  const { t, language } = useWords();
  const ids = new Set([value, ...items.map(({ assignee }) => assignee ?? '')].filter((id) => id !== ''));
  const people = [...ids]
    .map((id) => ({ value: id, label: names.get(id) ?? id }))
    .toSorted((one, two) => one.label.localeCompare(two.label, language));
  return (
    <NativeSelect
      label={t('duties.assignee')}
      value={value}
      onChange={(event) => onChange({ assignee: event.currentTarget.value })}
      data={[{ value: '', label: t('duties.anyone') }, ...people]}
    />
  );
}
