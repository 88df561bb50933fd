import { Button, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useWords } from '../../app/language-context.tsx';

type Props = { readonly value: string; readonly onChange: (zone: string) => void };

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the zone is called, so that one need not know in which city its name is kept. */
function zoneText(zone: string, language: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts();
  return `${zone} · ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone}`;
}

export function ZoneField({ value, onChange }: Props) {
  const { t, language } = useWords();
  const data = useMemo(
    () =>
      [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
        value: zone,
        label: zoneText(zone, language),
      })),
    [value, language],
  );
  return (
    <>
      <Select
        label={t('notices.zone')}
        description={t('notices.zoneNote')}
        searchable
        allowDeselect={false}
        limit={100}
        nothingFoundMessage={t('notices.noZone')}
        data={data}
        value={value}
        onChange={(zone) => onChange(zone ?? value)}
      />
      {here === value ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(here)} style={{ alignSelf: 'flex-start' }}>
          {t('notices.zoneHere', { zone: here })}
        </Button>
      )}
    </>
  );
}
