import { Button, Group, Text } from '@mantine/core';
import { type LedgerFormat, type LedgerList, ledgerFormats, makeLedger } from '@sallyport/server/contracts/ledgers';
import { handovers } from '@sallyport/server/contracts/privacy';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { act } from '../../app/api.ts';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ForWhom } from './for-whom.tsx';
import { saveFile } from './save-file.ts';

export type Exported = {
  readonly list: LedgerList;
  /** As the list itself is asked for. */
  readonly filter: Readonly<Record<string, string | boolean | string[] | undefined>>;
};

/** In which form the list is wanted; what it says on itself, and that it is recorded, is said before. */
export function ExportMenu({ list, filter }: Exported) {
  const { t, language } = useWords();
  const who = useMe();
  const [open, setOpen] = useState(false);
  const [handover, setHandover] = useState<string | null>(null);
  // Each export is one of its own: a lost answer is not sent again by the program, so no key is kept.
  const made = useMutation({
    mutationFn: (format: LedgerFormat) =>
      act(makeLedger, { list, filter: given(filter), format, language, handover }, language),
    onSuccess: saveFile,
  });
  return (
    <div className="no-print export">
      <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'ledgers.close' : 'ledgers.export')}
      </Button>
      {open ? (
        <>
          {isAdmitted(handovers.admits, who) ? <ForWhom handover={handover} onChange={setHandover} /> : null}
          <Group role="group" aria-label={t('ledgers.export')} gap="xs" mt="xs">
            {ledgerFormats.map((format) => (
              <Button
                key={format}
                variant="default"
                loading={made.isPending && made.variables === format}
                disabled={made.isPending || handover === ''}
                onClick={() => made.mutate(format)}
              >
                {format.toUpperCase()}
              </Button>
            ))}
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {t(handover === null ? 'ledgers.note' : 'ledgers.noteOthers')} {t('ledgers.csv')}
          </Text>
          <Text role="status" size="sm">
            {made.data === undefined
              ? null
              : t('ledgers.done', { count: countText(made.data.rows, language), name: made.data.name })}
          </Text>
          <ProblemView error={made.error} />
        </>
      ) : null}
    </div>
  );
}

/** Only what is set is a filter. */
const given = (filter: Exported['filter']): Record<string, string | boolean | string[]> =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
