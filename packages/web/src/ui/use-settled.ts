import { useEffect, useState } from 'react';

/** Milliseconds without a key: each person who is found is recorded as seen, and nobody means those of half a name. */
const pause = 350;

/** A text once nobody writes in it any more. */
export function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
