import type { Context } from '../actions/implement.ts';
import type { MailTemplate } from './letter.ts';

/**
 * How soon a letter has to come: as its reader chose, at once or gathered; at once, but not in their quiet hours, as a clock runs; at any
 * hour, as the law makes it urgent.
 */
export type Pace = 'chosen' | 'soon' | 'lawful';

/** How a room has somebody written to; it knows no address and says nothing of what it is about. */
export type PostPort = {
  /** Kept for an account that has none yet. */
  keepAddress(context: Pick<Context, 'tx' | 'now'>, account: string, address: string): Promise<void>;
  /** False where the account has no address. `page`: a path of the console. What there is to do comes as chosen, all else soon. */
  write(
    context: Pick<Context, 'tx' | 'now' | 'send'>,
    letter: { readonly account: string; readonly template: MailTemplate; readonly page: string; readonly pace?: Pace },
  ): Promise<boolean>;
};
