import { expect, test } from 'vitest';
import { staysHere } from './let-leave.ts';

test.each([
  'postgres://owner@localhost/sallyport',
  'postgres://owner@127.0.0.1:5433/sallyport',
  'postgresql://owner@[::1]/sallyport',
  'postgres://owner@localhost:5433/sallyport?host=%2Fvar%2Frun%2Fpostgresql',
])('%s is on this machine', (address) => {
  expect(staysHere(address)).toBe(true);
});

test.each([
  'postgres://owner@db.example.org/sallyport',
  'postgres://owner@10.0.0.5/sallyport',
  'postgres://owner@localhost.example.org/sallyport',
  'postgres://owner@localhost/sallyport?host=db.example.org',
  'postgres://owner@localhost/sallyport?host=localhost,db.example.org',
  'postgres://owner@localhost/sallyport?hostaddr=10.0.0.5',
  'postgres://owner@localhost/sallyport?host=localhost&host=db.example.org',
  // Where a connection goes that names no host is not to be read off the address.
  'postgres:///sallyport',
])('%s is not, or need not be', (address) => {
  expect(staysHere(address)).toBe(false);
});
