import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { reopenCourse, showTopics } from '@sallyport/server/contracts/education';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SomebodyField } from '../../ui/somebody-field.tsx';

/** For somebody who came because no attempt is left; who that is stands in no list. */
export function ReopenForm() {
  const { t, said } = useWords();
  const [chosen, setCourse] = useState<string>();
  const offered = useAsk(showTopics, {});
  const courses = offered.data?.courses ?? [];
  const course = chosen ?? courses[0]?.course ?? '';
  const [person, setPerson] = useState<string>();
  const [reason, setReason] = useState('');
  const reopen = useAct(reopenCourse);
  const renew = (): void => {
    setPerson(undefined);
    setReason('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (person !== undefined) reopen.mutate({ course, person, reason }, { onSuccess: renew });
      }}
    >
      <Stack maw="40em">
        <SomebodyField label={t('education.reopenFor')} required value={person} onChange={setPerson} />
        <NativeSelect
          label={t('education.reopenCourse')}
          value={course}
          onChange={(event) => setCourse(event.currentTarget.value)}
          data={courses.map((one) => ({ value: one.course, label: said(one.title) }))}
        />
        <TextInput
          label={t('education.reopenReason')}
          required
          minLength={4}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemView error={offered.error ?? reopen.error} />
        {reopen.isSuccess ? <Text role="status">{t('education.reopened')}</Text> : null}
        <Group>
          <Button type="submit" variant="default" loading={reopen.isPending} disabled={person === undefined}>
            {t('education.reopen')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
