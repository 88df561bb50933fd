import './programme.css';
import { Button } from '@mantine/core';
import { dutyFigures, dutyTrend, summarizeDuties } from '@sallyport/server/contracts/duties';
import { closedDays } from '@sallyport/server/contracts/journal';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { AsOfFields } from '../../ui/as-of-fields.tsx';
import { knownByOf } from '../../ui/as-of-search.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { isBeingWritten } from '../../ui/written.ts';
import { Figures } from './figures.tsx';
import { InstrumentsOverTime } from './instruments-over-time.tsx';
import { readProgrammeSearch } from './search.ts';
import { Trend } from './trend.tsx';

const trendDays = 90;

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** How far the organisation is under every instrument, as of a day; fits one sheet of paper for the lead. */
export function ProgrammePage() {
  return isAdmitted(summarizeDuties.admits, useMe()) ? <Programme /> : <FiguresAlone />;
}

function Programme() {
  const { t, language } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const search = readProgrammeSearch(useSearch({ strict: false }));
  const { by: _, ...asked } = search;
  const { data, error, refetch } = useAsk(summarizeDuties, { ...asked, ...knownByOf(search) });
  const change = (next: Record<string, unknown>): void =>
    void navigate({
      to: '/programme',
      search: readProgrammeSearch({ ...search, ...next }),
      replace: isBeingWritten(next),
    });
  const moment = search.by === undefined ? null : (data?.knownBy ?? null);
  const way =
    data === undefined
      ? null
      : t(moment === null ? `programme.asOf.${data.mode}` : 'programme.asOf.moment', {
          day: dayText(data.day, language),
          moment: moment === null ? '' : momentText(moment, language),
        });
  return (
    <>
      <ProgrammeHead note={t('programme.note')} />
      <AsOfFields chosen={search} day={data?.day ?? ''} onChange={change} />
      <Figures data={data} error={error} again={() => void refetch()} way={way}>
        {data !== undefined && isAdmitted(dutyTrend.admits, me) ? (
          <InstrumentsOverTime instruments={data.instruments} from={daysBefore(data.day, trendDays)} until={data.day} />
        ) : null}
      </Figures>
      {error === null && data !== undefined && data.instruments.length > 0 && isAdmitted(closedDays.admits, me) ? (
        <Trend from={daysBefore(data.day, trendDays)} until={data.day} />
      ) : null}
    </>
  );
}

/** For those who see figures and nothing that is about anybody: of today. */
function FiguresAlone() {
  const { t, language } = useWords();
  const { data, error, refetch } = useAsk(dutyFigures, {});
  const way = data === undefined ? null : t('programme.asOf.known', { day: dayText(data.day, language) });
  return (
    <>
      <ProgrammeHead note={`${t('programme.note')}${t('programme.figuresAlone')}`} />
      <Figures data={data} error={error} again={() => void refetch()} way={way} />
    </>
  );
}

function ProgrammeHead({ note }: { readonly note: string }) {
  const { t } = useWords();
  return (
    <PageHead
      title={t('programme.title')}
      note={note}
      action={
        <Button variant="default" className="no-print" onClick={() => window.print()}>
          {t('programme.print')}
        </Button>
      }
    />
  );
}
