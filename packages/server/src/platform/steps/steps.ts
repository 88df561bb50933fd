/** Places in the program's work at which a crash would hurt most; what is half done there is named by the crash tests. */
export type Step = 'before-write' | 'after-journal' | 'after-commit' | 'seal' | 'tick' | 'migration' | 'backup';

/** Told of every step. The program itself has none: a test that ends the program at a step starts it with one of its own. */
export type Reached = (step: Step) => void;
