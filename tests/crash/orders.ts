import type { Connection } from '../../packages/server/src/platform/database/private-server.ts';
import type { Step } from '../../packages/server/src/platform/steps/steps.ts';

/** Where it dies: when it comes to the step for the nth time from now on. */
export type Death = { readonly at: Step; readonly nth: number };

/** What a test tells the program that it will end. */
export type Order =
  | {
      readonly do: 'start';
      readonly data: string;
      /** The register of a first start. */
      readonly register: string;
      readonly database: { readonly url: string; readonly appUrl: string } | null;
      /** How far its clock is ahead of the machine's. */
      readonly days: number;
      /** Migrations of a newer program, each of which makes one table. */
      readonly migrations: number;
      readonly death: Death | null;
    }
  | { readonly do: 'die'; readonly death: Death }
  /** A day goes by. */
  | { readonly do: 'tomorrow' }
  /** The ticker looks. */
  | { readonly do: 'tick' };

export type Report =
  | { readonly is: 'loaded' }
  | {
      readonly is: 'started';
      readonly org: string;
      readonly address: string;
      readonly owner: Connection | string;
      readonly now: number;
    }
  | { readonly is: 'doomed' }
  | { readonly is: 'tomorrow' }
  | { readonly is: 'ticked' }
  | { readonly is: 'failed'; readonly why: string };
