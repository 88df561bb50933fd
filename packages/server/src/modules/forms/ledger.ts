import { parseDay } from '@sallyport/core/calendar';
import { z } from 'zod';
import type { Actor } from '../../platform/actions/actor.ts';
import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { accountNames } from '../identity/index.ts';
import { readsAll } from '../register/index.ts';
import { ledgerOfPrints } from './contract.ts';
import { standardForms } from './forms-there.ts';
import { readNumber } from './number.ts';
import type { FormsParts } from './parts.ts';
import { allShown } from './prints.ts';
import * as store from './store.ts';

const place = z.tuple([z.iso.datetime(), z.string().max(200)]);

function readCursor(cursor: string): z.output<typeof place> {
  try {
    return place.parse(JSON.parse(cursor));
  } catch {
    return refuse('forms.bad-cursor');
  }
}

/** Of facts that whoever asks may read wherever they lie. */
const kindsFor = (actor: Actor): string[] =>
  [...new Set(standardForms.map(({ kind }) => kind))].filter((kind) => readsAll(actor, kind));

/** A number that is none finds nothing. */
const numberOf = (typed: string | undefined) =>
  typed === undefined ? null : (readNumber(typed) ?? { year: 0, serial: 0 });

/** `offset`: minutes east of UTC of the seat, whose days they are. */
export const implementLedger = ({ offset }: Pick<FormsParts, 'offset'>) => {
  const moment = (day: string | undefined): Date | null => {
    const read = day === undefined ? null : parseDay(day);
    return read === null ? null : new Date(read * 86_400_000 - offset * 60_000);
  };
  return implementQuery(ledgerOfPrints, {
    place: async () => ({ person: null, unit: null }),
    async answer({ tx, actor }, { form, scan, person, recordNumber, from, before, cursor, limit }) {
      const filter = {
        kinds: kindsFor(actor),
        form: form ?? null,
        returned: scan === undefined ? null : scan === 'returned',
        person: person ?? null,
        number: numberOf(recordNumber),
        from: moment(from),
        before: moment(before),
        behind: cursor === undefined ? null : readCursor(cursor),
      };
      const found = await store.listPrints(tx, filter, limit + 1);
      const listed = await allShown(tx, found.slice(0, limit));
      const accounts = listed.flatMap(({ print }) => [print.printedBy ?? [], print.returnedBy ?? []].flat());
      const names = new Map((await accountNames(tx, [...new Set(accounts)])).map(({ id, name }) => [id, name]));
      const items = listed.map(({ print, shown }) => ({
        ...shown,
        person: print.person,
        printedBy: names.get(print.printedBy ?? '') ?? null,
        returnedBy: names.get(print.returnedBy ?? '') ?? null,
      }));
      const last = items.at(-1);
      const next = found.length > limit && last !== undefined ? JSON.stringify([last.printedAt, last.print]) : null;
      return { output: { items, next }, persons: [...new Set(items.flatMap((one) => one.person ?? []))] };
    },
  });
};
