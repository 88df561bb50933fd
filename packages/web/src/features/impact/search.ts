/** Which setting somebody means to change. */
export type ImpactSearch = { readonly setting?: string };

export function readImpactSearch({ setting }: Record<string, unknown>): ImpactSearch {
  return typeof setting === 'string' && setting !== '' ? { setting } : {};
}
