import { describe, expect, test } from 'vitest';
import { createMetricsGuard } from './guard.ts';
import { createMetrics } from './metrics.ts';

describe('metrics', () => {
  test('count what they are told', async () => {
    const metrics = createMetrics({ processMetrics: false });
    const pool = { total: 5, idle: 2, waiting: 0 };
    metrics.watchPool(() => pool);
    metrics.request({ method: 'GET', route: '/api/duties/:id', status: 200, seconds: 0.004, trace: 'line' });
    metrics.job({ queue: 'close-day', outcome: 'retried', seconds: 4 });
    metrics.mail({ template: 'to-do', outcome: 'delivered' });
    metrics.watchQueues(async () => [{ queue: 'notices.send', state: 'dead', jobs: 2 }]);
    metrics.watchSealLag(async () => 0.4);
    pool.waiting = 7;
    const text = await metrics.read();
    for (const line of [
      'sallyport_http_request_seconds_bucket{le="0.005",method="GET",route="/api/duties/:id",status="200"} 1',
      'sallyport_job_seconds_sum{queue="close-day",outcome="retried"} 4',
      'sallyport_mails_total{template="to-do",outcome="delivered"} 1',
      'sallyport_jobs{queue="notices.send",state="dead"} 2',
      'sallyport_journal_seal_lag_seconds 0.4',
      'sallyport_database_connections{state="busy"} 3',
      'sallyport_database_connections{state="waiting"} 7',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  test('do not tell when somebody wrote a report, nor what a stranger asked for', async () => {
    const metrics = createMetrics({ processMetrics: false });
    metrics.request({ method: 'POST', route: '/report/file', status: 201, seconds: 0.1, trace: 'none' });
    metrics.request({ method: 'BREW', route: null, status: 404, seconds: 0.1, trace: 'line' });
    const text = await metrics.read();
    expect(text).not.toMatch(/report|201|POST|BREW/);
    expect(text).toContain('sallyport_http_request_seconds_count{method="other",route="other",status="other"} 2');
  });

  test('of two programs in one process do not mix', async () => {
    const [one, other] = [createMetrics({ processMetrics: false }), createMetrics()];
    one.mail({ template: 'to-do', outcome: 'delivered' });
    expect(await one.read()).toContain('sallyport_mails_total{template="to-do",outcome="delivered"} 1');
    expect(await other.read()).not.toContain('sallyport_mails_total{');
    expect(await other.read()).toContain('sallyport_process_resident_memory_bytes');
  });
});

describe('the guard', () => {
  const reader = { address: '127.0.0.1', authorization: null, forwarded: false };

  test('without a token lets this machine in alone', () => {
    const mayRead = createMetricsGuard({ token: null });
    expect(mayRead(reader)).toBe(true);
    expect(mayRead({ ...reader, address: '::ffff:127.0.0.1' })).toBe(true);
    expect(mayRead({ ...reader, address: '10.0.0.9' })).toBe(false);
    expect(mayRead({ ...reader, address: '' })).toBe(false);
    expect(mayRead({ ...reader, address: '10.0.0.9', authorization: 'Bearer ' })).toBe(false);
  });

  test('is not deceived by a proxy on the same machine', () => {
    expect(createMetricsGuard({ token: null })({ ...reader, forwarded: true })).toBe(false);
  });

  test('with a token wants the token, from this machine too', () => {
    const mayRead = createMetricsGuard({ token: 'a'.repeat(24) });
    expect(mayRead(reader)).toBe(false);
    expect(mayRead({ address: '10.0.0.9', authorization: `Bearer ${'a'.repeat(24)}`, forwarded: true })).toBe(true);
    expect(mayRead({ ...reader, authorization: `Bearer ${'a'.repeat(23)}` })).toBe(false);
    expect(mayRead({ ...reader, authorization: 'a'.repeat(24) })).toBe(false);
  });
});
