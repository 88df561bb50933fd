export type TripsSearch = { readonly which?: 'over' | 'all' };

export function readTripsSearch({ which }: Record<string, unknown>): TripsSearch {
  return which === 'over' || which === 'all' ? { which } : {};
}

/** Another trip like one there is. */
export type NewTripSearch = { readonly like?: string };

export const readNewTripSearch = ({ like }: Record<string, unknown>): NewTripSearch =>
  typeof like === 'string' && like.length <= 200 ? { like } : {};
