import { expect, test } from 'vitest';
import { ownOrigins } from './own-origins.ts';

test('without a public address, every name of this machine is ours', () => {
  expect(ownOrigins(null, 4380)).toEqual(['http://localhost:4380', 'http://127.0.0.1:4380', 'http://[::1]:4380']);
  // As a browser names it: the usual port is left out.
  expect(ownOrigins(null, 80)).toEqual(['http://localhost', 'http://127.0.0.1', 'http://[::1]']);
});

test('a public address is the only one', () => {
  expect(ownOrigins('https://sallyport.example.cn', 4380)).toEqual(['https://sallyport.example.cn']);
});
