import type { oneBriefing } from '@sallyport/server/contracts/briefing';
import type { z } from 'zod';

export type Briefing = z.output<(typeof oneBriefing)['output']>;
export type Reason = Briefing['blocks'][number]['reasons'][number];
