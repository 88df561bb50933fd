import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { vocabulary } from '@sallyport/core/facts';
import { readColumns } from '@sallyport/server/contracts/imports';
import { useAct } from '../../app/ask.ts';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

type Props = {
  readonly ticket: string;
  readonly kind: string | null;
  /** `kind.field` of the columns whose blank cells empty their field. */
  readonly empties: readonly string[];
  readonly onChange: (empties: readonly string[]) => void;
};

/** What blank cells mean, column by column: a column says so for itself, as one file has dates that ended and phones nobody typed. */
export function BlankColumns({ ticket, kind, empties, onChange }: Props) {
  const { t, said, language } = useWords();
  const read = useAct(readColumns);
  const columns = read.data?.columns;
  if (columns === undefined)
    return (
      <>
        <Text size="sm" mt="xs">
          {t('imports.blanksNote')}
        </Text>
        <Button
          mt={4}
          variant="default"
          size="compact-sm"
          loading={read.isPending}
          onClick={() => read.mutate({ ticket, kind })}
        >
          {t('imports.blanks')}
        </Button>
        <ProblemView error={read.error} />
      </>
    );
  const several = new Set(columns.map((one) => one.kind)).size > 1;
  return (
    <Checkbox.Group
      mt="xs"
      label={t('imports.emptyWhere')}
      description={t('imports.blanksNote')}
      value={[...empties]}
      onChange={onChange}
    >
      <Stack gap={4} my={4}>
        {columns.length === 0 ? <Text size="sm">{t('imports.noBlanks')}</Text> : null}
        {columns.map(({ kind: of, field, blank, rows }) => {
          const found = vocabulary.kinds.get(of);
          const label = found?.fields[field]?.label;
          const name = label === undefined ? field : said(label);
          return (
            <Checkbox
              key={`${of}.${field}`}
              value={`${of}.${field}`}
              label={t('imports.column', {
                name: several && found !== undefined ? `${said(found.label)} · ${name}` : name,
                blank: countText(blank, language),
                rows: countText(rows, language),
              })}
            />
          );
        })}
      </Stack>
    </Checkbox.Group>
  );
}
