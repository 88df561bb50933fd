import { useEffect, useState } from 'react';

/** Long enough to write the next character: every answer about people is recorded as a look at them. */
const pause = 350;

/**
 * What stands in a box whose text goes into the address after a moment. When the address says something else meanwhile (a link, a step
 * back), the box follows it.
 */
export function useTyped(value: string, onSettled: (text: string) => void): readonly [string, (text: string) => void] {
  const [written, write] = useState({ over: value, text: value });
  // Spaces at the end are no part of what is looked for, and of what is still being written.
  const text = written.over === value || written.text.trim() === value ? written.text : value;
  useEffect(() => {
    if (text.trim() === value) return;
    const waiting = setTimeout(() => onSettled(text.trim()), pause);
    return () => clearTimeout(waiting);
  }, [text, value, onSettled]);
  return [text, (next) => write({ over: value, text: next })];
}
