import './programme.css';
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { summarizeDuties } from '@sallyport/server/contracts/duties';
import { closedDays } from '@sallyport/server/contracts/journal';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { InstrumentTable } from './instrument-table.tsx';
import { readProgrammeSearch } from './search.ts';
import { Together } from './together.tsx';
import { Trend } from './trend.tsx';

/** How far the organisation is under every instrument, as of a day; fits one sheet of paper for the lead. */
export function ProgrammePage() {
  const { t, language } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const search = readProgrammeSearch(useSearch({ strict: false }));
  const { data, error, refetch } = useAsk(summarizeDuties, search);
  const change = (next: Record<string, unknown>): void =>
    void navigate({ to: '/programme', search: readProgrammeSearch({ ...search, ...next }), replace: true });
  return (
    <>
      <PageHead
        title={t('programme.title')}
        note={t('programme.note')}
        action={
          <Button variant="default" className="no-print" onClick={() => window.print()}>
            {t('programme.print')}
          </Button>
        }
      />
      <Group align="flex-end" mb="md">
        <TextInput
          type="date"
          label={t('programme.day')}
          value={search.day ?? data?.day ?? ''}
          onChange={(event) => change({ day: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('programme.mode')}
          value={search.mode ?? 'known'}
          onChange={(event) => change({ mode: event.currentTarget.value })}
          data={(['known', 'true'] as const).map((value) => ({ value, label: t(`programme.${value}`) }))}
        />
      </Group>
      <ProblemView error={error} again={() => void refetch()} />
      {error !== null ? null : data === undefined ? (
        <Loading />
      ) : data.instruments.length === 0 ? (
        <Empty title={t('programme.noData')} />
      ) : (
        <>
          {data.recomputingSince === null ? null : (
            <Text mb="md">{t('duties.recomputing', { since: momentText(data.recomputingSince, language) })}</Text>
          )}
          <Section title={`${t('programme.total')} · ${dayText(data.day, language)}`}>
            <Together instruments={data.instruments} />
          </Section>
          <Section title={t('programme.byInstrument')}>
            <InstrumentTable instruments={data.instruments} />
          </Section>
          {isAdmitted(closedDays.admits, me) ? <Trend until={data.day} /> : null}
        </>
      )}
    </>
  );
}
