import type { TrendPoint } from './trend-points.ts';

/** The same line as the chart of all instruments, small: what it says stands beside it in words. */
export function Sparkline({ points }: { readonly points: readonly Pick<TrendPoint, 'at' | 'settled' | 'owed'>[] }) {
  return (
    <svg className="sparkline" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      <line className="trend-axis" x1={0} y1={23} x2={100} y2={23} />
      <polyline
        className="trend-line"
        points={points.map(({ at, settled, owed }) => `${100 * at},${23 - (22 * settled) / owed}`).join(' ')}
      />
    </svg>
  );
}
