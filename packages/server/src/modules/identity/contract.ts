/** What this room does and answers: zod and core only, so that the web and other programs read it too. */
export * from './contract/accounts.ts';
export { actKinds, actRoles } from './contract/act-kinds.ts';
export * from './contract/factors.ts';
export * from './contract/oidc.ts';
export * from './contract/passkeys.ts';
export * from './contract/queries.ts';
export * from './contract/roles.ts';
export * from './contract/shapes.ts';
export * from './contract/sign-in.ts';
export * from './contract/tokens.ts';
export * from './contract/two-persons.ts';
