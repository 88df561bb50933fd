import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import type { Instrument } from './coverage.ts';
import { InstrumentTable } from './instrument-table.tsx';
import { Together } from './together.tsx';

type Data = {
  readonly instruments: readonly Instrument[];
  readonly programmeStart: string | null;
  readonly recomputingSince: string | null;
};

type Props = {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly again: () => void;
  /** No ratio without its day and the way it was counted. */
  readonly way: string | null;
  /** In the place of the table by instrument, where there is more to show than counts. */
  readonly children?: ReactNode;
};

export function Figures({ data, error, again, way, children }: Props) {
  const { t, language } = useWords();
  if (error !== null) return <ProblemView error={error} again={again} />;
  if (data === undefined) return <Loading />;
  if (data.instruments.length === 0) return <Empty title={t('programme.noData')} />;
  const titled = (title: string): string => (way === null ? title : `${title} · ${way}`);
  return (
    <>
      {data.recomputingSince === null ? null : (
        <Text mb="md">{t('duties.recomputing', { since: momentText(data.recomputingSince, language) })}</Text>
      )}
      <Section title={titled(t('programme.total'))}>
        <Together instruments={data.instruments} start={data.programmeStart} />
      </Section>
      <Section title={titled(t('programme.byInstrument'))}>
        {children ?? <InstrumentTable instruments={data.instruments} days={new Map()} />}
      </Section>
    </>
  );
}
