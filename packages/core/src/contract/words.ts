/** HTTP statuses a refusal may carry (RFC 9110). */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429;

/** Codes of the refusals an action or a query may give, `room.kebab-case`, each with its status. */
export type Refusals = Readonly<Record<`${string}.${string}`, RefusalStatus>>;
