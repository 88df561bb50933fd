import type { Place } from '@sallyport/core/access';

export const wholeOrganisation = async (): Promise<Place> => ({ person: null, unit: null });
