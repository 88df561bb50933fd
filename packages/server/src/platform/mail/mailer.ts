import { createTransport } from 'nodemailer';
import { isLoopbackHost } from '../network/address-list.ts';
import { domainOf, type Letter, renderLetter } from './letter.ts';

type Delivery =
  | { readonly outcome: 'delivered' }
  /** There is no mail server: the letter stays in the outbox, which the console shows. */
  | { readonly outcome: 'kept' }
  /** No later attempt will help. */
  | { readonly outcome: 'refused'; readonly code: 'mail.bad-letter' | 'mail.rejected' }
  /** To be tried again. */
  | {
      readonly outcome: 'failed';
      readonly code: 'mail.unreachable' | 'mail.put-off' | 'mail.not-encrypted' | 'mail.sign-in';
    };

export type Mailer = {
  /** Whether there is a mail server at all. */
  readonly leaves: boolean;
  /** Never throws for what a mail server does or says. */
  readonly send: (letter: Letter) => Promise<Delivery>;
  /** Connects and signs in without sending. */
  readonly check: () => Promise<Delivery>;
};

type Options = {
  readonly smtp: { readonly smtpUrl: string; readonly from: string } | null;
  /** Links in mails lead here and nowhere else; asked for each, since the machine may choose the port after the start. */
  readonly publicUrl: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export function createMailer({ smtp, publicUrl, now }: Options): Mailer {
  if (smtp === null) {
    const kept = async (): Promise<Delivery> => ({ outcome: 'kept' });
    return { leaves: false, send: kept, check: kept };
  }
  const { smtpUrl, from } = smtp;
  const transport = createTransport(transportOptions(new URL(smtpUrl), domainOf(from)));
  const attempt = async (act: () => Promise<unknown>): Promise<Delivery> => {
    try {
      await act();
      return { outcome: 'delivered' };
    } catch (error) {
      return failureOf(error);
    }
  };
  return {
    leaves: true,
    check: () => attempt(() => transport.verify()),
    send: async (letter) => {
      const rendered = renderLetter(letter, { from, publicUrl: publicUrl(), now });
      if (rendered === null) return { outcome: 'refused', code: 'mail.bad-letter' };
      return await attempt(() =>
        transport.sendMail({
          ...rendered,
          envelope: { from, to: rendered.to },
          // RFC 3834: nobody's absence note answers to it.
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        }),
      );
    },
  };
}

function transportOptions(url: URL, domain: string) {
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const plain = url.searchParams.get('tls') === 'off' || isLoopbackHost(host);
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // Taking encryption only where it is offered would let anybody on the way take the offer out.
    requireTLS: !secure && !plain,
    ignoreTLS: !secure && plain,
    // Greets with the sender's domain; the default is this machine's name.
    name: domain,
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  };
}

function failureOf(error: unknown): Delivery {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code === 'ETLS') return { outcome: 'failed', code: 'mail.not-encrypted' };
  if (code === 'EAUTH') return { outcome: 'failed', code: 'mail.sign-in' };
  // RFC 5321, 4.2.1: 5yz is final, 4yz is for now.
  if (responseCode !== undefined && responseCode >= 500) return { outcome: 'refused', code: 'mail.rejected' };
  return { outcome: 'failed', code: responseCode === undefined ? 'mail.unreachable' : 'mail.put-off' };
}
