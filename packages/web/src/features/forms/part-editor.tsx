import { Button, Checkbox, Fieldset, Group, NativeSelect, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { type Kind, vocabulary } from '@sallyport/core/facts';
import type { TemplatePart } from '@sallyport/server/contracts/forms';
import { useWords } from '../../app/language-context.tsx';
import { kindOfPart, newRows, relationsOf, replaced, without } from './draft.ts';
import { FieldsEditor } from './fields-editor.tsx';

type Props = {
  readonly kind: Kind;
  readonly part: TemplatePart;
  readonly name: string;
  readonly onChange: (part: TemplatePart) => void;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onRemove: (() => void) | null;
};

export function PartEditor({ kind, part, name, onChange, onUp, onDown, onRemove }: Props) {
  const { t } = useWords();
  const button = (label: string, act: (() => void) | null) => (
    <Button
      variant="subtle"
      size="compact-sm"
      disabled={act === null}
      aria-label={`${label} ${name}`}
      onClick={() => act?.()}
    >
      {label}
    </Button>
  );
  return (
    <Fieldset legend={name} mt="md">
      <Content kind={kind} part={part} onChange={onChange} />
      <Group gap="xs" mt="xs">
        {button(t('forms.up'), onUp)}
        {button(t('forms.down'), onDown)}
        {button(t('forms.remove'), onRemove)}
      </Group>
    </Fieldset>
  );
}

type ContentProps = Pick<Props, 'kind' | 'part' | 'onChange'>;

function Content({ kind, part, onChange }: ContentProps) {
  const { t, said } = useWords();
  switch (part.part) {
    case 'fields':
      return <FieldsEditor kind={kind} fields={part.fields} onChange={(fields) => onChange({ ...part, fields })} />;
    case 'rows': {
      const target = kindOfPart(kind, part);
      const nameOf = (of: string): string => {
        const related = vocabulary.kinds.get(vocabulary.inverses.get(kind.name)?.get(of)?.kind ?? '');
        return related === undefined ? of : said(related.label);
      };
      return (
        <>
          <NativeSelect
            label={t('forms.part.rows')}
            value={part.of}
            data={relationsOf(kind).map((of) => ({ value: of, label: nameOf(of) }))}
            onChange={(event) => onChange(newRows(kind, event.currentTarget.value))}
          />
          {target === undefined ? null : (
            <FieldsEditor kind={target} fields={part.fields} onChange={(fields) => onChange({ ...part, fields })} />
          )}
        </>
      );
    }
    case 'items':
      return <Text size="sm">{t('forms.itemsNote')}</Text>;
    case 'paragraph':
      return (
        <>
          <NativeSelect
            label={t('forms.style')}
            maw="12em"
            value={part.style}
            data={(['heading', 'body', 'note'] as const).map((style) => ({
              value: style,
              label: t(`forms.style.${style}`),
            }))}
            onChange={(event) => onChange({ ...part, style: event.currentTarget.value as 'heading' | 'body' | 'note' })}
          />
          {(['zh', 'en'] as const).map((one) => (
            <Textarea
              key={one}
              lang={one === 'zh' ? 'zh-CN' : 'en'}
              label={t(one === 'zh' ? 'forms.textZh' : 'forms.textEn')}
              required
              autosize
              maxLength={2000}
              value={part.text[one]}
              onChange={(event) => onChange({ ...part, text: { ...part.text, [one]: event.currentTarget.value } })}
            />
          ))}
        </>
      );
    case 'boxes':
      return (
        <Labels
          labels={part.boxes.map(({ label }) => label)}
          most={10}
          onChange={(at, label) => {
            const box = part.boxes[at] ?? { label, sign: true, seal: false };
            onChange({ ...part, boxes: replaced(part.boxes, at, { ...box, label }) });
          }}
          onAdd={() => onChange({ ...part, boxes: [...part.boxes, { label: blank, sign: true, seal: false }] })}
          onRemove={(at) => onChange({ ...part, boxes: without(part.boxes, at) })}
          more={(at) =>
            (['sign', 'seal'] as const).map((what) => (
              <Checkbox
                key={what}
                label={t(`forms.${what}`)}
                checked={part.boxes[at]?.[what] ?? false}
                onChange={(event) => {
                  const box = part.boxes[at];
                  if (box === undefined) return;
                  onChange({
                    ...part,
                    boxes: replaced(part.boxes, at, { ...box, [what]: event.currentTarget.checked }),
                  });
                }}
              />
            ))
          }
        />
      );
    case 'signatures':
      return (
        <Labels
          labels={part.labels}
          most={4}
          onChange={(at, label) => onChange({ ...part, labels: replaced(part.labels, at, label) })}
          onAdd={() => onChange({ ...part, labels: [...part.labels, blank] })}
          onRemove={(at) => onChange({ ...part, labels: without(part.labels, at) })}
        />
      );
  }
}

type Label = { readonly zh: string; readonly en: string };
const blank: Label = { zh: '', en: '' };

type LabelsProps = {
  readonly labels: readonly Label[];
  readonly most: number;
  readonly onChange: (at: number, label: { zh: string; en: string }) => void;
  readonly onAdd: () => void;
  readonly onRemove: (at: number) => void;
  readonly more?: (at: number) => React.ReactNode;
};

function Labels({ labels, most, onChange, onAdd, onRemove, more }: LabelsProps) {
  const { t } = useWords();
  return (
    <>
      {labels.map((label, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is known by its place alone
        <div key={at}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
            {(['zh', 'en'] as const).map((one) => (
              <TextInput
                key={one}
                label={`${at + 1}. ${t(one === 'zh' ? 'forms.textZh' : 'forms.textEn')}`}
                required
                maxLength={60}
                value={label[one]}
                onChange={(event) => onChange(at, { ...label, [one]: event.currentTarget.value })}
              />
            ))}
          </SimpleGrid>
          <Group gap="md" mt={4}>
            {more?.(at)}
            {labels.length === 1 ? null : (
              <Button variant="subtle" size="compact-sm" onClick={() => onRemove(at)}>
                {t('forms.removeLine', { number: at + 1 })}
              </Button>
            )}
          </Group>
        </div>
      ))}
      {labels.length >= most ? null : (
        <Button variant="default" size="compact-sm" mt="xs" onClick={onAdd}>
          {t('forms.addLine')}
        </Button>
      )}
    </>
  );
}
