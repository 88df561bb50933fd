export * from './field.ts';
export * from './kind.ts';
export * from './vocabulary.ts';
export * from './cell.ts';
export * from './register.ts';
export * from './table.ts';
export * from './json-schema.ts';
