import * as client from 'openid-client';
import type { OidcConfig } from './parts.ts';

/** What was asked of the provider, to be compared with what comes back. */
export type Asked = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type OidcClient = {
  /** Where to send the browser; null where the provider cannot be reached. */
  begin(returnTo: string): Promise<{ readonly address: string; readonly asked: Asked } | null>;
  /** Who the provider says it is; null where anything of its answer is not as it must be. */
  finish(
    returnTo: string,
    answer: string,
    asked: Asked,
  ): Promise<{ readonly issuer: string; readonly subject: string } | null>;
};

/** Code flow with PKCE, state and nonce (OpenID Connect Core; RFC 9700); issuer, audience and signature are checked by the library. */
export function createOidcClient({ issuer, clientId, clientSecret, scopes }: OidcConfig): OidcClient {
  let known: client.Configuration | null = null;

  async function configuration(): Promise<client.Configuration> {
    const { protocol } = new URL(issuer);
    const authentication = clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret);
    known ??= await client.discovery(new URL(issuer), clientId, undefined, authentication, {
      timeout: 5,
      // The settings take http for this machine alone.
      ...(protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {}),
    });
    return known;
  }

  return {
    async begin(returnTo) {
      const config = await configuration().catch(() => null);
      if (config === null) return null;
      const asked = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: returnTo,
        scope: scopes,
        state: asked.state,
        nonce: asked.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(asked.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, asked };
    },
    async finish(returnTo, answer, { state, nonce, verifier }) {
      try {
        const config = await configuration();
        const address = new URL(returnTo);
        address.search = answer;
        const tokens = await client.authorizationCodeGrant(config, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        return claims === undefined ? null : { issuer: claims.iss, subject: claims.sub };
      } catch {
        return null;
      }
    },
  };
}
