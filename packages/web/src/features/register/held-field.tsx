import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Field, Kind } from '@sallyport/core/facts';
import { giveBack, takeOver } from '@sallyport/server/contracts/register';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { isAdmitted, useMe } from '../../app/session.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { cellText } from './cell-text.ts';
import type { HeldOf, SentCell } from './fact-form.ts';

type Props = {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  readonly field: Field;
  readonly cell: SentCell;
  readonly held: HeldOf;
};

/** What the personnel file keeps: read here, and taken over on purpose only. */
export function HeldField({ kind, id, name, field, cell, held }: Props) {
  const { t, said, language } = useWords();
  const admitted = isAdmitted(takeOver.admits, useMe());
  const names = useNames(field.to === 'post' ? 'post' : 'unit', [
    (field.to === 'unit' || field.to === 'post') && typeof cell === 'string' ? cell : null,
  ]);
  const [asking, setAsking] = useState(false);
  return (
    <Stack gap="xs">
      <TextInput
        label={said(field.label)}
        description={t('register.fromFile', { day: dayText(held.day, language) })}
        value={names.get(String(cell)) ?? cellText(field, cell, language)}
        variant="filled"
        readOnly
      />
      {!admitted ? null : asking ? (
        <TakeOver kind={kind} id={id} name={name} label={said(field.label)} onCancel={() => setAsking(false)} />
      ) : (
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {t('register.takeOver', { field: said(field.label) })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type TakeOverProps = Pick<Props, 'kind' | 'id' | 'name'> & { readonly label: string; readonly onCancel: () => void };

/** No form of its own: it stands inside that of the correction. */
function TakeOver({ kind, id, name, label, onCancel }: TakeOverProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const take = useAct(takeOver);
  return (
    <Stack gap="xs">
      <Text size="sm">{t('register.takeOverNote')}</Text>
      <TextInput
        label={t('register.takeOverReason')}
        required
        maxLength={500}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemView error={take.error} />
      <Group>
        <Button
          size="compact-sm"
          disabled={reason.trim() === ''}
          loading={take.isPending}
          onClick={() => take.mutate({ kind: kind.name, id, fields: [name], reason })}
        >
          {t('register.takeOver', { field: label })}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

type TakenProps = Pick<Props, 'kind' | 'id' | 'name'> & { readonly label: string; readonly children: ReactNode };

/** A field that was taken over can be written in, and given back to the file. */
export function TakenField({ kind, id, name, label, children }: TakenProps) {
  const { t } = useWords();
  const admitted = isAdmitted(giveBack.admits, useMe());
  const give = useAct(giveBack);
  return (
    <Stack gap="xs">
      {children}
      <Text size="sm" c="dimmed">
        {t('register.taken')}
      </Text>
      <ProblemView error={give.error} />
      {!admitted ? null : (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            loading={give.isPending}
            onClick={() => give.mutate({ kind: kind.name, id, fields: [name] })}
          >
            {t('register.giveBack', { field: label })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
