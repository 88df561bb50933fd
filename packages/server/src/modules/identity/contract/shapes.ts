import { roles } from '@sallyport/core/access';
import { type EntryRule, id, journaled, text } from '@sallyport/core/contract';
import { z } from 'zod';

/** Administration and staff sign-in: address and device stay with the entry for 90 days. */
export const withNetwork: EntryRule = { ...journaled, context: 'network' };

export const nothing = z.strictObject({});

export const instant = z.iso.datetime();

export const role = z.enum(roles);

/** A name to sign in with: letters of any script, digits and a few signs; read in lower case. */
export const login = z
  .string()
  .max(64)
  .transform((value) => value.normalize('NFC').trim().toLowerCase())
  .refine((value) => /^[\p{L}\p{N}._@+-]{2,64}$/u.test(value), 'letters, digits and . _ @ + - only');

export const password = z.string().min(1).max(256);

/** Any bearer secret as it comes from outside. */
export const secret = z.string().min(1).max(200);

export const personName = text(100).refine((value) => value !== '', 'empty');
export const label = text(60).refine((value) => value !== '', 'empty');
export const reason = text(2000).refine((value) => Array.from(value).length >= 4, 'too short');

/** A role over the organisation (`unit` null) or a unit and all under it. */
export const roleOver = z.strictObject({ role, unit: id.nullable() });

export const need = z.enum(['credential', 'second-factor', 'second-factor-setup']).nullable();
