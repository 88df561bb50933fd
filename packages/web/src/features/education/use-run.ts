import { trackPackage } from '@sallyport/server/contracts/education';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAct } from '../../app/ask.ts';
import type { Told } from './package-told.ts';

/** Milliseconds after which what a package set is kept, where it does not ask for it. */
const patience = 1000;

/** Keeps what a package says: one thing at a time and always the last, since packages speak more often than there is something new. */
export function useRun(run: string) {
  const { mutateAsync, error } = useAct(trackPackage, false);
  const client = useQueryClient();
  const [kept, setKept] = useState<Told | null>(null);
  const [counted, setCounted] = useState(false);
  const waiting = useRef<Told | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isBusy = useRef(false);
  const isOver = useRef(false);

  const keep = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    while (waiting.current !== null && !isBusy.current && !isOver.current) {
      const told = waiting.current;
      waiting.current = null;
      isBusy.current = true;
      isOver.current = told.ended;
      const { verb, location, suspendData, ended } = told;
      try {
        setCounted((await mutateAsync({ run, verb, location, suspendData, ended })).counted);
        setKept(told);
      } catch {
        // Shown as the error of the action; what comes next is tried again.
        isOver.current = false;
      } finally {
        isBusy.current = false;
      }
    }
  }, [run, mutateAsync]);

  const onTold = useCallback(
    (told: Told): void => {
      // What ended stays ended, whatever its last page says while it is taken away.
      waiting.current = { ...told, ended: told.ended || waiting.current?.ended === true };
      clearTimeout(timer.current);
      if (told.asked) void keep();
      else timer.current = setTimeout(() => void keep(), patience);
    },
    [keep],
  );
  // Whoever leaves the page has what was said last kept all the same; the lists are asked again then, and not with everything a package says.
  useEffect(() => () => void keep().then(() => client.invalidateQueries()), [keep, client]);
  return { onTold, kept, counted, error };
}
