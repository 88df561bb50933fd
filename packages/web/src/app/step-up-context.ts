import { createContext, use } from 'react';

/** Asks the person to prove once more who is there; false: they would rather not. */
export type Prove = () => Promise<boolean>;

export const StepUpContext = createContext<Prove>(() => Promise.resolve(false));

export const useStepUp = (): Prove => use(StepUpContext);
