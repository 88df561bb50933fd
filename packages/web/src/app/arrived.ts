/** The query with which the browser came to this page, before the router put it in its own order: a provider's answer is signed as it is. */
export const arrivedWith: string = location.search;
