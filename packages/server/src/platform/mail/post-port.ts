import type { Context } from '../actions/implement.ts';
import type { MailTemplate } from './letter.ts';

/** How a room has somebody written to; it knows no address and says nothing of what it is about. */
export type PostPort = {
  /** Kept for an account that has none yet. */
  keepAddress(context: Pick<Context, 'tx' | 'now'>, account: string, address: string): Promise<void>;
  /** False where the account has no address. `page`: a path of the console. */
  write(
    context: Pick<Context, 'tx' | 'now' | 'send'>,
    letter: { readonly account: string; readonly template: MailTemplate; readonly page: string },
  ): Promise<boolean>;
};
