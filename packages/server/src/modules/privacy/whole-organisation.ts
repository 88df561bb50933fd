import type { Place } from '@sallyport/core/access';

/** What belongs to the organisation as a whole: a role over one unit does not reach it. */
export const wholeOrganisation = async (): Promise<Place> => ({ person: null, unit: null });
