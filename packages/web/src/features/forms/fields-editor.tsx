import { Button, Group, NativeSelect, Text } from '@mantine/core';
import type { Kind } from '@sallyport/core/facts';
import { useWords } from '../../app/language-context.tsx';
import { fieldChoices, fieldName, without } from './draft.ts';

type Props = {
  readonly kind: Kind;
  readonly fields: readonly string[];
  readonly onChange: (fields: string[]) => void;
};

/** Fields of a record in the order in which they are printed. */
export function FieldsEditor({ kind, fields, onChange }: Props) {
  const { t, said } = useWords();
  const choices = fieldChoices(kind).filter((path) => !fields.includes(path));
  return (
    <>
      <Group gap="xs" my="xs">
        {fields.map((path, at) => {
          const name = fieldName(kind, path, said);
          return (
            <Group key={path} gap={2} wrap="nowrap">
              <Text span>{name}</Text>
              {fields.length === 1 ? null : (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-label={t('forms.removeField', { name })}
                  onClick={() => onChange(without(fields, at))}
                >
                  ×
                </Button>
              )}
            </Group>
          );
        })}
      </Group>
      <NativeSelect
        label={t('forms.addField')}
        maw="24em"
        value=""
        data={[
          { value: '', label: '' },
          ...choices.map((path) => ({ value: path, label: fieldName(kind, path, said) })),
        ]}
        onChange={(event) => {
          if (event.currentTarget.value !== '') onChange([...fields, event.currentTarget.value]);
        }}
      />
    </>
  );
}
