import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { StepUpContext } from './step-up-context.ts';

const StepUpDialog = lazy(async () => ({ default: (await import('./step-up-dialog.tsx')).StepUpDialog }));

/** One dialog for the whole console: an action that wants a fresh proof waits for it here. */
export function StepUpProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const answer = useRef<(proved: boolean) => void>(() => undefined);

  const prove = (): Promise<boolean> =>
    new Promise((resolve) => {
      answer.current = resolve;
      setAsked(true);
      setOpen(true);
    });
  const end = (proved: boolean): void => {
    setOpen(false);
    answer.current(proved);
  };
  return (
    <StepUpContext value={prove}>
      {children}
      <Suspense>{asked ? <StepUpDialog open={open} onEnd={end} /> : null}</Suspense>
    </StepUpContext>
  );
}
