/** The folder that holds the packs as data, one folder per edition, and `calendars/`. */
export const packsFolder: string = `${import.meta.dirname}/..`;
