import type { Action } from '@sallyport/core/contract';
import {
  acceptLink,
  oidcSignIn,
  passkeySignIn,
  prove,
  proveWithPasskey,
  signedIn,
  signIn,
} from '@sallyport/server/contracts/identity';
import type { z } from 'zod';

/** The two secrets leave the program as cookies that no script can read; what is left of the answer is what to do next. */
const output = signedIn.pick({ need: true });

const asSent = <Input extends z.ZodType>(action: Action<Input>): Action<Input, typeof output> => ({
  ...action,
  output,
});

export const signInAsSent = asSent(signIn);
export const passkeySignInAsSent = asSent(passkeySignIn);
export const oidcSignInAsSent = asSent(oidcSignIn);
export const acceptLinkAsSent = {
  ...acceptLink,
  output: acceptLink.output.pick({ need: true, waits: true }),
};
export const proveAsSent = asSent(prove);
export const proveWithPasskeyAsSent = asSent(proveWithPasskey);
