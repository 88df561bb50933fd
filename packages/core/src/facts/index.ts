export * from './cell.ts';
export * from './field.ts';
export * from './json-schema.ts';
export * from './kind.ts';
export * from './register.ts';
export * from './table.ts';
export * from './vocabulary.ts';
