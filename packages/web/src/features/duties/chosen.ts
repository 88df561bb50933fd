import { createContext, use, useCallback, useMemo, useRef, useState } from 'react';
import type { DutyItem } from './duty-row.tsx';

/** Duties that somebody has put a mark on, to do one thing with all of them. */
export type Chosen = {
  readonly duties: ReadonlyMap<string, DutyItem>;
  /** With `through`, all from the one chosen before down or up to this one, as they stand on the page. */
  readonly turn: (duty: DutyItem, among: readonly DutyItem[], through: boolean) => void;
  readonly add: (duties: readonly DutyItem[]) => void;
  readonly clear: () => void;
};

export const keyOfDuty = ({ rule, subject, period }: Pick<DutyItem, 'rule' | 'subject' | 'period'>): string =>
  JSON.stringify([rule, subject, period]);

/** Null where nothing can be chosen: whoever may only read. */
export const ChosenContext = createContext<Chosen | null>(null);
export const useChosen = (): Chosen | null => use(ChosenContext);

export function useChoosing(): Chosen {
  const [duties, setDuties] = useState<ReadonlyMap<string, DutyItem>>(new Map());
  const last = useRef<string | null>(null);
  const turn = useCallback<Chosen['turn']>((duty, among, through) => {
    const from = through ? among.findIndex((one) => keyOfDuty(one) === last.current) : -1;
    const to = among.findIndex((one) => keyOfDuty(one) === keyOfDuty(duty));
    const span = from < 0 || to < 0 ? [duty] : among.slice(Math.min(from, to), Math.max(from, to) + 1);
    last.current = keyOfDuty(duty);
    setDuties((before) => {
      const next = new Map(before);
      const off = span.length === 1 && before.has(keyOfDuty(duty));
      for (const one of span) {
        if (off) next.delete(keyOfDuty(one));
        else next.set(keyOfDuty(one), one);
      }
      return next;
    });
  }, []);
  const add = useCallback<Chosen['add']>((more) => {
    setDuties((before) => new Map([...before, ...more.map((one) => [keyOfDuty(one), one] as const)]));
  }, []);
  const clear = useCallback(() => setDuties(new Map()), []);
  return useMemo(() => ({ duties, turn, add, clear }), [duties, turn, add, clear]);
}
