import { useWords } from '../../app/language-context.tsx';
import type { Trip } from './trip-type.ts';

const quiet: ReadonlySet<Trip['state']> = new Set(['closed', 'cancelled', 'debriefed', 'draft']);
const waits: ReadonlySet<Trip['state']> = new Set(['returned', 'refused', 'not-returned', 'debrief-due', 'emergency']);

export function StateMark({ state }: { readonly state: Trip['state'] }) {
  const { t } = useWords();
  const look = quiet.has(state) ? 'state state-quiet' : waits.has(state) ? 'state state-open' : 'state';
  return <span className={look}>{t(`trip.state.${state}`)}</span>;
}
