/** What an account has to prove itself with, and what of it a session has given. */
export type Standing = {
  readonly staff: boolean;
  readonly hasPassword: boolean;
  readonly hasPasskey: boolean;
  readonly hasTotp: boolean;
  readonly hasSubject: boolean;
  readonly factors: readonly Factor[];
};

export type Factor = 'password' | 'link' | 'oidc' | 'totp' | 'passkey' | 'recovery-code';

const secondFactors: ReadonlySet<Factor> = new Set(['totp', 'passkey', 'recovery-code']);

export const hasSecondFactor = (standing: Standing): boolean => standing.hasPasskey || standing.hasTotp;

export const gaveSecondFactor = (standing: Standing): boolean =>
  standing.factors.some((factor) => secondFactors.has(factor));

/** What a session must still do before it may do anything else. */
export type Need = 'credential' | 'second-factor' | 'second-factor-setup';

export function needOf(standing: Standing): Need | null {
  // Before anything is set: who took a password from somebody must not set a second factor in their place.
  if (hasSecondFactor(standing) && !gaveSecondFactor(standing)) return 'second-factor';
  if (!standing.hasPassword && !standing.hasPasskey && !standing.hasSubject) return 'credential';
  if (standing.staff && !hasSecondFactor(standing)) return 'second-factor-setup';
  return null;
}

const always = ['identity.me', 'identity.sign-out'] as const;
const setUp = [
  ...always,
  // By the password alone, as nothing else is set yet: setting up may take longer than a proof is fresh.
  'identity.prove',
  'identity.change-password',
  'identity.begin-totp',
  'identity.confirm-totp',
  'identity.passkey-registration-options',
  'identity.register-passkey',
] as const;

const permitted: Readonly<Record<Need, ReadonlySet<string>>> = {
  'second-factor': new Set([...always, 'identity.prove', 'identity.prove-with-passkey']),
  credential: new Set(setUp),
  'second-factor-setup': new Set(setUp),
};

/** What a session that is not complete may call; null where there is no such limit. */
export function permittedTo(standing: Standing): ReadonlySet<string> | null {
  const need = needOf(standing);
  return need === null ? null : permitted[need];
}
