import { formatDay } from '@sallyport/core/calendar';
import { type ImplementedAction, implementAction, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { lessonShown } from '../education/index.ts';
import * as contract from './contract.ts';
import type { BriefingParts } from './journey.ts';
import { type Acting, done, ownJourney } from './own.ts';
import { sitting } from './sitting.ts';
import * as store from './store.ts';

const noPictures: ReadonlyMap<string, string> = new Map();

export function implementReading(parts: BriefingParts) {
  type Act = Acting & Parameters<typeof ownJourney>[0];
  const read = async (context: Act, { traveller, block }: { traveller: string; block: string }) => {
    const journey = await ownJourney(context, parts, traveller);
    const { blocks } = await sitting(context, parts, journey);
    const { hash } = blocks.find(({ id }) => id === block) ?? refuse('briefing.no-such-block');
    return { journey, one: { traveller, person: journey.person, hash, day: formatDay(context.today) } };
  };
  const actions: ImplementedAction[] = [
    implementAction(contract.openBlock, {
      async handle(context, named) {
        const { journey, one } = await read(context, named);
        await store.openedBlock(context.tx, one);
        return { ...done(journey, { block: named.block, hash: one.hash }), output: named };
      },
    }),
    implementAction(contract.acknowledgeBlock, {
      async handle(context, named) {
        const { journey, one } = await read(context, named);
        if ((await store.acknowledgedBlock(context.tx, one)) === 0) refuse('briefing.open-first');
        return { ...done(journey, { block: named.block, hash: one.hash }), output: named };
      },
    }),
  ];
  const shown = implementQuery(contract.showBlock, {
    async answer(_context, { block: id }) {
      const { text } = parts.library().blocks.find((one) => one.id === id) ?? refuse('briefing.no-such-block');
      return { output: { zh: lessonShown(text.zh, noPictures), en: lessonShown(text.en, noPictures) } };
    },
  });
  return { actions, queries: [shown] };
}
