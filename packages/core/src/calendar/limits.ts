import type { Day } from './plain-date.ts';
import { addWorkingDays, type WorkingDays } from './working-days.ts';

/**
 * Legal limits are counted here and nowhere else (DECISIONS 3). The day of the event is not counted, which is what adding to a
 * day does; a forward limit that ends on a rest day runs to the next working day only where its clause says `rolls: yes`.
 * Limits in hours and limits counted backwards never roll.
 */
export const rollForward = (calendar: WorkingDays, limit: Day): Day | null => addWorkingDays(calendar, limit, 0);
