/** The path under which an entry commits to whom it is about. Entries made before 2026-12 have none. */
export const aboutPerson = 'about.person';
