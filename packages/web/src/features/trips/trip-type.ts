import type { oneTrip } from '@sallyport/server/contracts/trips';
import type { z } from 'zod';

export type Trip = z.output<(typeof oneTrip)['output']>;
export type Step = Trip['steps'][number];
