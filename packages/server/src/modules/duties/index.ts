import type { WorkingDays } from '@sallyport/core/calendar';
import type { Law } from '@sallyport/core/law';
import type { Room } from '../../platform/actions/implement.ts';
import type { DutiesPort } from '../../platform/actions/ports.ts';
import { implementAsOf } from './as-of.ts';
import { createEngine } from './engine.ts';
import { implementExplain } from './explain.ts';
import { implementList } from './list.ts';
import { implementOne } from './one.ts';
import { createDutiesPort, type SettleParts } from './settle.ts';
import { implementSummary } from './summary.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { dutyTables } from './columns.ts';

export type DutiesParts = Omit<SettleParts, 'engine'> & {
  readonly law: Law;
  readonly calendars: ReadonlyMap<string, WorkingDays>;
};

export type Duties = { readonly port: DutiesPort; readonly room: Room };

export function createDuties({ law, calendars, ...parts }: DutiesParts): Duties {
  const engine = createEngine(law, calendars);
  return {
    port: createDutiesPort({ ...parts, engine }),
    room: {
      actions: [],
      queries: [
        implementList(engine),
        implementSummary(engine, parts.offset),
        implementOne(engine),
        implementExplain({ ...parts, engine }),
        implementAsOf(engine, parts.offset),
      ],
      words: { zh, en },
    },
  };
}
