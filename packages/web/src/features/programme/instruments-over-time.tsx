import { dutyTrend } from '@sallyport/server/contracts/duties';
import { useAsk } from '../../app/ask.ts';
import type { Instrument } from './coverage.ts';
import { InstrumentTable } from './instrument-table.tsx';

type Props = { readonly instruments: readonly Instrument[]; readonly from: string; readonly until: string };

/** The table with a line for each instrument: for those who see the organisation as a whole, since closed days tell of nothing less. */
export function InstrumentsOverTime({ instruments, from, until }: Props) {
  const { data } = useAsk(dutyTrend, { from, until });
  const days = new Map(data?.instruments.map((one) => [one.instrument, one.days]));
  return <InstrumentTable instruments={instruments} days={days} />;
}
