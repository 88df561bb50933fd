import { Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import { UnitFilter } from '../people/unit-filter.tsx';
import { AssigneeFilter } from './assignee-filter.tsx';
import { BearerFilter } from './bearer-filter.tsx';
import { ClauseFilter } from './clause-filter.tsx';
import type { FiltersProps } from './filters.tsx';

const noneOf = (value: string): string | undefined => (value === '' ? undefined : value);

/** What is asked for now and then. */
export function HiddenFilters({ filter, instruments, onChange }: Omit<FiltersProps, 'search'>) {
  const { t, said } = useWords();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} mb="md" spacing="md" verticalSpacing="sm">
      <NativeSelect
        label={t('duties.instrument')}
        value={filter.instrument ?? ''}
        onChange={(event) => onChange({ instrument: noneOf(event.currentTarget.value) })}
        data={[
          { value: '', label: t('duties.allInstruments') },
          ...instruments.map(({ instrument, title }) => ({ value: instrument, label: said(title) })),
        ]}
      />
      <ClauseFilter value={filter.clause} onChange={onChange} />
      <UnitFilter value={filter.unit} onChange={onChange} />
      <AssigneeFilter value={filter.assignee} onChange={onChange} />
      <BearerFilter value={filter.bearer} onChange={onChange} />
      <Group grow wrap="nowrap" gap="xs">
        <TextInput
          type="date"
          label={t('duties.from')}
          value={filter.from ?? ''}
          onChange={(event) => onChange({ from: noneOf(event.currentTarget.value) })}
        />
        <TextInput
          type="date"
          label={t('duties.before')}
          value={filter.before ?? ''}
          onChange={(event) => onChange({ before: noneOf(event.currentTarget.value) })}
        />
      </Group>
    </SimpleGrid>
  );
}
