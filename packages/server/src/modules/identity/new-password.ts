import { refuse } from '../../platform/actions/refusal.ts';
import { faultOf } from './password.ts';

/** Refuses a password that is too easy to guess, and says what is wrong with it. */
export function requireGoodPassword(password: string, login: string): void {
  const fault = faultOf(password, login);
  if (fault !== null) refuse(`identity.password-${fault}`);
}
