import type { Browser } from 'playwright-core';
import type { RunningProgram } from '../support/program.ts';
import type { Person } from './people.ts';

/** The program as somebody who runs it for the first time has it, and a browser; its accounts are those of the demo. */
export type Running = {
  readonly program: () => RunningProgram;
  readonly browser: () => Browser;
  /** Its data folder, for what is asked through the socket. */
  readonly data: string;
  /** The organisation of the demo. */
  readonly organisation: () => string;
  /** Where the provider of identities is. */
  readonly issuer: () => string;
};

/** Made by the first start; whoever comes later signs in as they. */
export type People = { officer?: Person; member?: Person; administrator?: Person; counsel?: Person };

export function there(person: Person | undefined): Person {
  if (person === undefined) throw new Error('the first start made no such account');
  return person;
}
