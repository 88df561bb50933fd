import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { approvalRoles } from '@sallyport/core/trips';
import { nameHolder } from '@sallyport/server/contracts/trips';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { seatMinute } from '../../app/seat.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SomebodyField } from '../../ui/somebody-field.tsx';
import { UnitFilter } from '../people/unit-filter.tsx';

export function NameHolder({ done }: { readonly done: () => void }) {
  const { t } = useWords();
  const [role, setRole] = useState(approvalRoles[0] ?? 'unitLead');
  const [person, setPerson] = useState<string>();
  const [unit, setUnit] = useState<string>();
  const [deputy, setDeputy] = useState(false);
  const [from, setFrom] = useState(seatMinute(new Date()).slice(0, 10));
  const [until, setUntil] = useState('');
  const name = useAct(nameHolder);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (person === undefined) return;
        const given = { role, person, unit: unit ?? null, deputy, from, until: until === '' ? null : until };
        name.mutate(given, { onSuccess: done });
      }}
    >
      <Stack maw="40em">
        <NativeSelect
          label={t('trip.holderRole')}
          value={role}
          onChange={(event) => setRole(approvalRoles.find((one) => one === event.currentTarget.value) ?? role)}
          data={approvalRoles.map((value) => ({ value, label: t(`trip.role.${value}`) }))}
        />
        <SomebodyField label={t('trip.holder')} required value={person} onChange={setPerson} />
        <UnitFilter value={unit} onChange={(next) => setUnit(next.unit)} />
        <Checkbox
          label={t('trip.asDeputy')}
          checked={deputy}
          onChange={(event) => setDeputy(event.currentTarget.checked)}
        />
        <TextInput
          type="date"
          label={t('trip.from')}
          required
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('trip.untilDay')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <ProblemView error={name.error} />
        <Group>
          <Button type="submit" loading={name.isPending} disabled={person === undefined}>
            {t('trip.nameHolder')}
          </Button>
          <Button variant="default" onClick={done}>
            {t('trip.leave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
