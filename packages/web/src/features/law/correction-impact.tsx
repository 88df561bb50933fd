import { Text } from '@mantine/core';
import { previewConfirmation } from '@sallyport/server/contracts/law';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ImpactView } from '../impact/impact-view.tsx';
import type { FigureValue } from './figure-field.tsx';

type Props = {
  readonly clause: string;
  /** As they are to be; null where a confirmation is withdrawn. */
  readonly figures: Readonly<Record<string, FigureValue>> | null;
};

/** Duties gained, lost and moved by reading a figure otherwise, on the register as it is. */
export function CorrectionImpact({ clause, figures }: Props) {
  const { t, language } = useWords();
  const { data, error, isFetching } = useAsk(
    previewConfirmation,
    {
      clause,
      ends: figures === null,
      figures: Object.entries(figures ?? {}).map(([name, value]) => `${name}=${value}`),
    },
    { staleTime: 0 },
  );
  if (error !== null) return <ProblemView error={error} />;
  if (data === undefined || isFetching) return <Loading />;
  return (
    <>
      <Text>{t('law.impactNote', { day: dayText(data.day, language) })}</Text>
      <ImpactView impact={data} />
    </>
  );
}
