import { fileURLToPath } from 'node:url';

/** The folder that holds the packs as data, one folder per edition, and `calendars/`. */
export const packsFolder: string = fileURLToPath(new URL('..', import.meta.url));
