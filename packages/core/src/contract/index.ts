export * from './define.ts';
export * from './parts.ts';
export * from './words.ts';
