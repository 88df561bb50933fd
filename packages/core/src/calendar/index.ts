export * from './duration.ts';
export * from './instant.ts';
export * from './limits.ts';
export * from './plain-date.ts';
export * from './working-days.ts';
