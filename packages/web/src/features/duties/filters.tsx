import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type Status, statuses } from '@sallyport/core/law';
import { dutyAssignees } from '@sallyport/server/contracts/duties';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { useTyped } from '../../ui/use-typed.ts';
import { groupings, hiddenFilters, type ListSearch, soughtAs } from './search.ts';

// With lists that suggest, which are the heaviest part of the console.
const HiddenFilters = lazy(async () => ({ default: (await import('./hidden-filters.tsx')).HiddenFilters }));

export type ChangeSearch = (next: { readonly [Name in keyof ListSearch]: ListSearch[Name] | undefined }) => void;

export type FiltersProps = {
  readonly filter: ListSearch;
  readonly instruments: readonly { readonly instrument: string; readonly title: { zh: string; en: string } }[];
  readonly onChange: ChangeSearch;
};

/** The three that are used every day, and the others behind a button that says how many are set. */
export function DutyFilters({ filter, instruments, onChange }: FiltersProps) {
  const { t } = useWords();
  const who = useMe();
  const set = hiddenFilters(filter);
  const [open, setOpen] = useState(set > 0);
  const groups = groupings.filter((one) => one !== 'person' || isAdmitted(dutyAssignees.admits, who));
  return (
    <>
      <Group align="flex-end" mt="lg" mb="md" gap="md" className="no-print">
        <SoughtBox filter={filter} onChange={onChange} />
        <NativeSelect
          label={t('duties.state')}
          value={filter.status ?? ''}
          onChange={(event) =>
            onChange({
              status: (['all', 'unmet', ...statuses] as const).find((one) => one === event.currentTarget.value),
            })
          }
          data={[
            { value: '', label: t('duties.openStates') },
            { value: 'all', label: t('duties.allStates') },
            { value: 'unmet', label: t('duties.unmetStates') },
            ...statuses.map((value: Status) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('duties.group')}
          value={filter.group ?? ''}
          onChange={(event) => onChange({ group: groups.find((one) => one === event.currentTarget.value) })}
          data={[
            { value: '', label: t('duties.group.none') },
            ...groups.map((value) => ({ value, label: t(`duties.group.${value}`) })),
          ]}
        />
        <Button variant="default" aria-expanded={open} aria-controls="duty-filters" onClick={() => setOpen(!open)}>
          {set === 0 ? t('duties.filters') : t('duties.filtersSet', { count: set })}
        </Button>
      </Group>
      <div id="duty-filters" hidden={!open}>
        {open ? (
          <Suspense fallback={<Loading />}>
            <HiddenFilters filter={filter} instruments={instruments} onChange={onChange} />
          </Suspense>
        ) : null}
        {set === 0 ? null : (
          <Button
            variant="subtle"
            mb="md"
            onClick={() =>
              onChange({
                instrument: undefined,
                clause: undefined,
                unit: undefined,
                assignee: undefined,
                bearer: undefined,
                from: undefined,
                before: undefined,
              })
            }
          >
            {t('duties.filtersOff')}
          </Button>
        )}
      </div>
    </>
  );
}

function SoughtBox({ filter, onChange }: Pick<FiltersProps, 'filter' | 'onChange'>) {
  const { t } = useWords();
  const value = filter.find ?? filter.subject ?? '';
  const settle = useCallback(
    (settled: string) => onChange({ find: undefined, subject: undefined, ...soughtAs(settled) }),
    [onChange],
  );
  const [text, write] = useTyped(value, settle);
  return (
    <TextInput
      type="search"
      label={t('duties.search')}
      placeholder={t('duties.searchNote')}
      value={text}
      maxLength={100}
      autoComplete="off"
      onChange={(event) => write(event.currentTarget.value)}
      style={{ flex: '1 1 14em' }}
    />
  );
}
