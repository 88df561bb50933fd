/** What is read page by page, so that a log of any size passes through: from memory, or from a database or files. */
export type Pages<T> = Iterable<readonly T[]> | AsyncIterable<readonly T[]>;
