import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { parse, unquoteBytes } from '../../../../../tests/support/mail.ts';
import type { Letter } from './letter.ts';
import { createMailer } from './mailer.ts';

const from = 'post@example.org';
const publicUrl = 'https://sallyport.example.org';
const letter: Letter = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  to: 'reader@example.org',
  template: 'to-do',
  languages: ['zh'],
  link: `${publicUrl}/my`,
};
const now = () => Date.UTC(2026, 10, 23, 8, 31, 17);

type Received = { readonly raw: string; readonly to: readonly string[]; readonly greeting: string };

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

/** A real mail server on this machine. */
async function serve(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    hideSTARTTLS: true,
    disableReverseLookup: true,
    logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ raw: Buffer.concat(parts).toString('utf8'), to, greeting: session.hostNameAppearsAs });
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => new Promise((resolve) => server.close(() => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const mailer = (url = `smtp://127.0.0.1:${port}`) =>
    createMailer({ smtp: { smtpUrl: url, from }, publicUrl: () => publicUrl, now });
  return { received, port, mailer };
}

const subjectOf = (encoded: string): string =>
  encoded
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString('latin1'))
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, text: string) => unquoteBytes(text.replaceAll('_', ' ')));
const readable = (header = ''): string => Buffer.from(subjectOf(header), 'latin1').toString('utf8');

describe('with a mail server', () => {
  test('a letter arrives, and says only that there is something to do', async () => {
    const { mailer, received } = await serve();
    expect(await mailer().send(letter)).toEqual({ outcome: 'delivered' });
    expect(received.map(({ to }) => to)).toEqual([['reader@example.org']]);
    const { headers, text } = parse(received[0]?.raw ?? '');
    expect(readable(headers.get('subject'))).toBe('您有一项待办');
    expect(text).toContain('https://sallyport.example.org/my');
    expect(headers.get('content-type')).toMatch(/^text\/plain; charset=utf-8/);
  });

  test('the other language, or both for somebody who has not chosen', async () => {
    const { mailer, received } = await serve();
    await mailer().send({ ...letter, languages: ['en'] });
    await mailer().send({ ...letter, template: 'invitation', languages: ['zh', 'en'] });
    const [english, both] = received.map(({ raw }) => parse(raw));
    expect(english?.text).toContain('There is something for you to do.');
    expect(english?.text).not.toMatch(/\p{Script=Han}/u);
    expect(readable(both?.headers.get('subject'))).toBe('请设置您的登录方式 / Please set up your sign-in');
    expect(both?.text).toMatch(/已为您开通账号[^]*An account has been opened/);
  });

  test('headers hold nothing of this machine, of the sender’s address or of the minute', async () => {
    const { mailer, received } = await serve();
    await mailer().send(letter);
    const [{ raw, greeting } = { raw: '', greeting: '' }] = received;
    const { headers } = parse(raw);
    expect([...headers.keys()].toSorted()).toEqual([
      'auto-submitted',
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
    expect(headers.get('date')).toBe('Mon, 23 Nov 2026 08:00:00 +0000');
    expect(headers.get('message-id')).toMatch(/^<[0-9a-f]{32}@example\.org>$/);
    expect(greeting).toBe('example.org');
    expect(raw).not.toContain(hostname());
    expect(raw).not.toContain(letter.id);
  });

  test('a second attempt has the same message id', async () => {
    const { mailer, received } = await serve();
    await mailer().send(letter);
    await mailer().send(letter);
    await mailer().send({ ...letter, id: 'other' });
    expect(new Set(received.map(({ raw }) => parse(raw).headers.get('message-id'))).size).toBe(2);
  });

  test.each([
    ['a header in the address', { to: 'reader@example.org\r\nBcc: other@example.org' }],
    ['two addresses', { to: 'reader@example.org, other@example.org' }],
    ['a name before the address', { to: 'Reader <reader@example.org>' }],
    ['no address', { to: 'reader' }],
    ['a link that leads elsewhere', { link: 'https://sallyport.example.org.example.com/my' }],
    ['a link with a user in front', { link: 'https://user@sallyport.example.org/my' }],
    ['a link of another kind', { link: 'javascript:alert(1)' }],
    ['a link with a line end', { link: 'https://sallyport.example.org/my\nhttps://example.com' }],
  ])('%s is refused before anything is sent', async (_, change) => {
    const { mailer, received } = await serve();
    expect(await mailer().send({ ...letter, ...change })).toEqual({ outcome: 'refused', code: 'mail.bad-letter' });
    expect(received).toEqual([]);
  });

  test('a final no is told apart from one for now', async () => {
    const answers = [550, 451];
    const { mailer } = await serve({
      onRcptTo: (_, __, done) => done(Object.assign(new Error('no'), { responseCode: answers.shift() ?? 0 })),
    });
    expect(await mailer().send(letter)).toEqual({ outcome: 'refused', code: 'mail.rejected' });
    expect(await mailer().send(letter)).toEqual({ outcome: 'failed', code: 'mail.put-off' });
  });

  test('signs in, and says so when that fails', async () => {
    const { mailer, port } = await serve({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) =>
        username === 'post@x' && password === 'ge:heim' ? done(null, { user: 'post' }) : done(new Error('no')),
    });
    expect(await mailer(`smtp://post%40x:ge%3Aheim@127.0.0.1:${port}`).check()).toEqual({ outcome: 'delivered' });
    expect(await mailer(`smtp://post%40x:wrong@127.0.0.1:${port}`).send(letter)).toEqual({
      outcome: 'failed',
      code: 'mail.sign-in',
    });
  });

  test('beyond this machine, a server that does not encrypt gets nothing', async () => {
    // A name that is this machine and does not say so: any 127.0.0.0/8 address is loopback, 0.0.0.0 only ends there.
    const { mailer, received, port } = await serve();
    expect(await mailer(`smtp://0.0.0.0:${port}`).send(letter)).toEqual({
      outcome: 'failed',
      code: 'mail.not-encrypted',
    });
    expect(received).toEqual([]);
    expect(await mailer(`smtp://0.0.0.0:${port}?tls=off`).send(letter)).toEqual({ outcome: 'delivered' });
  });

  test('that is not there leaves the letter to be tried again', async () => {
    const { mailer } = await serve();
    await stop();
    stop = async () => undefined;
    expect(await mailer().send(letter)).toEqual({ outcome: 'failed', code: 'mail.unreachable' });
    expect(await mailer().check()).toEqual({ outcome: 'failed', code: 'mail.unreachable' });
  });
});

test('without a mail server, letters stay in the outbox', async () => {
  const mailer = createMailer({ smtp: null, publicUrl: () => publicUrl, now });
  expect(await mailer.send(letter)).toEqual({ outcome: 'kept' });
  expect(await mailer.check()).toEqual({ outcome: 'kept' });
});
