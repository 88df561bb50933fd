import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const oidcClient = { clientId: 'sallyport', clientSecret: 'a-secret-of-a-test-provider-only' } as const;

/** A real OpenID provider on this machine, which believes whoever types a name. */
export async function startOidcProvider(returnTo: string): Promise<{ readonly issuer: string; stop(): Promise<void> }> {
  const server: Server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: oidcClient.clientId,
        client_secret: oidcClient.clientSecret,
        redirect_uris: [returnTo],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['of-a-test-provider-only'] },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Follows the provider's pages as somebody called `subject`; gives the query string of the address it sends the browser back to. */
export async function signInAtProvider(address: string, subject: string, returnTo: string): Promise<string> {
  const jar = new Map<string, string>();
  async function visit(url: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return response;
  }

  let url = address;
  let form: Record<string, string> | undefined;
  for (let step = 0; step < 12; step++) {
    const response = await visit(url, form);
    const location = response.headers.get('location');
    form = undefined;
    if (location !== null) {
      url = new URL(location, url).href;
      if (url.startsWith(returnTo)) return new URL(url).search;
    } else {
      const page = await response.text();
      const action = /action="([^"]+)"/.exec(page)?.[1];
      if (action === undefined) throw new Error(`the provider answers ${response.status}: ${page.slice(0, 500)}`);
      url = new URL(action, url).href;
      form = page.includes('value="login"')
        ? { prompt: 'login', login: subject, password: 'any' }
        : { prompt: 'consent' };
    }
  }
  throw new Error('the provider never sent the browser back');
}
