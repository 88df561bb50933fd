type Figures = {
  readonly settled: number | null;
  readonly owed: number | null;
  readonly backlog: number | null;
};

type Totals = {
  readonly settled: number;
  readonly owed: number;
  readonly hidden: number;
  /** As far as it is shown. */
  readonly backlog: number;
};

/** The sum over the instruments whose figures are shown: one that is held back must not come out by subtraction. */
export function totalsOf(instruments: readonly Figures[]): Totals {
  const shown = instruments.filter(({ settled, owed }) => settled !== null && owed !== null);
  const sum = (name: keyof Figures): number => shown.reduce((total, each) => total + (each[name] ?? 0), 0);
  return {
    settled: sum('settled'),
    owed: sum('owed'),
    hidden: instruments.length - shown.length,
    backlog: sum('backlog'),
  };
}
