import { type Status, statuses } from '@sallyport/core/law';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';

type Counts = Readonly<Partial<Record<Status, number>>>;

/** How many duties stand in each status, as one bar and in words; the bar only repeats them. */
export function StatusBar({ counts }: { readonly counts: Counts }) {
  const shown = shownOf(counts);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  let start = 0;
  return (
    <>
      <svg className="status-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        {shown.map(({ status, count }) => {
          const x = start;
          start += (100 * count) / total;
          return (
            <rect key={status} className={`fill-${status}`} x={x} y={0} width={(100 * count) / total} height={4} />
          );
        })}
      </svg>
      <Legend counts={counts} />
    </>
  );
}

/** The same in words, as far as there is any. */
export function Legend({ counts }: { readonly counts: Counts }) {
  const { t, language } = useWords();
  return (
    <ul className="legend">
      {shownOf(counts).map(({ status, count }) => (
        <li key={status}>
          <span className={`swatch fill-${status}`} aria-hidden="true" />
          {t(`status.${status}`)} {countText(count, language)}
        </li>
      ))}
    </ul>
  );
}

const shownOf = (counts: Counts) =>
  statuses.map((status) => ({ status, count: counts[status] ?? 0 })).filter(({ count }) => count > 0);
