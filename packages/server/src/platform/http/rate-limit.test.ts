import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { limitPages } from './page-limit.ts';
import { callerOf, createRateLimit } from './rate-limit.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
  ['', ''],
])('who calls from %s is %s', (address, caller) => expect(callerOf(address)).toBe(caller));

test('all addresses of one house of IPv6 draw from one bucket', () => {
  const limited = createRateLimit(3, 1);
  const from = (n: number) => limited(callerOf(`2001:db8:0:1::${n.toString(16)}`), 0);
  expect([1, 2, 3, 4].map(from)).toEqual([true, true, true, false]);
  expect(limited(callerOf('2001:db8:0:2::1'), 0)).toBe(true);
});

test('pages have a limit of their own, and the API none of theirs', async () => {
  const app = new Hono().use(limitPages(() => '192.0.2.1', 2, 0)).get('*', (c) => c.text('here'));
  const statuses: number[] = [];
  for (const path of ['/', '/learn', '/', '/api/x', '/deep/page']) statuses.push((await app.request(path)).status);
  expect(statuses).toEqual([200, 200, 429, 200, 429]);
});
