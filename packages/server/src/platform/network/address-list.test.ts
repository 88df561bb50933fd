import { describe, expect, test } from 'vitest';
import { createAddressList, isLoopback, isLoopbackHost } from './address-list.ts';

describe('a list of addresses', () => {
  const list = createAddressList(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32', '::1']);

  test.each(['10.1.2.3', '192.0.2.7', '2001:db8::1', '::1', '::ffff:10.1.2.3', '::FFFF:192.0.2.7'])(
    'holds %s',
    (one) => {
      expect(list?.includes(one)).toBe(true);
    },
  );

  test.each(['11.0.0.1', '192.0.2.8', '2001:db9::1', '::2', '::ffff:11.0.0.1', '', 'localhost', '10.1.2.3, 8.8.8.8'])(
    'does not hold %s',
    (one) => expect(list?.includes(one)).toBe(false),
  );

  test.each([
    '10.0.0.0/33',
    '::/129',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    'fe80::1%eth0',
    'example.org',
    '10.0.0',
    '10.0.0.0/-1',
  ])('is none with %s in it', (entry) => expect(createAddressList(['127.0.0.1', entry])).toBeNull());

  test('may be empty, and then holds nothing', () => {
    expect(createAddressList([])?.includes('127.0.0.1')).toBe(false);
  });
});

test('loopback is 127.0.0.0/8 and ::1', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
  expect(['128.0.0.1', '0.0.0.0', '::', '::2', '10.0.0.1', 'localhost'].some(isLoopback)).toBe(false);
});

test('a host that can only be this machine', () => {
  expect(['localhost', '127.0.0.1', '::1', '[::1]'].every(isLoopbackHost)).toBe(true);
  expect(['localhost.example.org', '0.0.0.0', '[::]', ''].some(isLoopbackHost)).toBe(false);
});
