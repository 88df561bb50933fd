import * as calendar from '../../packages/core/src/calendar/index.ts';
import * as duties from '../../packages/core/src/duties/index.ts';
import * as facts from '../../packages/core/src/facts/index.ts';
import * as feel from '../../packages/core/src/feel/index.ts';
import * as law from '../../packages/core/src/law/index.ts';

/** One loading of the core; the planted faults load it again, each with a part replaced. */
export type Engine = {
  readonly calendar: typeof calendar;
  readonly duties: typeof duties;
  readonly facts: typeof facts;
  readonly feel: typeof feel;
  readonly law: typeof law;
};

export const engine: Engine = { calendar, duties, facts, feel, law };
