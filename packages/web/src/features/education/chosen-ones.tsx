import { Button, Group } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { SomebodyField } from '../../ui/somebody-field.tsx';
import { UnitFilter } from '../people/unit-filter.tsx';

type Props = {
  readonly kind: 'unit' | 'person';
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** Units or people, one after the other by name; each can be taken out again. */
export function ChosenOnes({ kind, label, chosen, onChange }: Props) {
  const { t } = useWords();
  const names = useNames(kind, chosen);
  const add = (one: string | undefined): void => {
    if (one !== undefined && !chosen.includes(one)) onChange([...chosen, one]);
  };
  return (
    <div>
      {kind === 'unit' ? (
        // Fresh after each choice: the field is for the next one.
        <UnitFilter key={chosen.length} value={undefined} onChange={({ unit }) => add(unit)} />
      ) : (
        <SomebodyField key={chosen.length} label={label} value={undefined} onChange={add} />
      )}
      {chosen.length === 0 ? null : (
        <Group gap="xs" mt="xs" role="group" aria-label={label}>
          {chosen.map((one) => (
            <Button
              key={one}
              variant="default"
              size="compact-sm"
              aria-label={t('education.takeOut', { name: names.get(one) ?? one })}
              onClick={() => onChange(chosen.filter((each) => each !== one))}
            >
              {names.get(one) ?? one} ×
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}
