export * from './contract/acts.ts';
export * from './contract/holders.ts';
export * from './contract/itinerary.ts';
export * from './contract/papers.ts';
export * from './contract/queries.ts';
