import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A software authenticator: one P-256 credential of one site, as a browser would return its answers. */
export type Authenticator = {
  create(options: Options, origin: string): object;
  get(options: Options, origin: string, more?: { readonly verified?: boolean; readonly counter?: number }): object;
};

type Options = { readonly challenge?: string; readonly rpId?: string; readonly rp?: { readonly id: string } };

const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array | string): string => Buffer.from(data).toString('base64url');

const present = 0x01;
const verifiedFlag = 0x04;
const attested = 0x40;

export function createAuthenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let uses = 0;

  const clientData = (type: string, challenge: string, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  function authData(site: string, flags: number, counter: number, rest = Buffer.alloc(0)): Buffer {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(site), head, rest]);
  }

  // COSE (RFC 9053): key type 2, algorithm -7, curve 1, x and y of 32 bytes.
  const coseKey = Buffer.concat([
    Buffer.from('a50102032620012158', 'hex'),
    Buffer.from([32]),
    Buffer.from(jwk.x ?? '', 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(jwk.y ?? '', 'base64url'),
  ]);

  const answer = (response: object): object => ({
    id: base64url(id),
    rawId: base64url(id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });

  return {
    create({ challenge = '', rp }, origin) {
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey]);
      const data = authData(rp?.id ?? '', present | verifiedFlag | attested, uses, credential);
      // CBOR: { fmt: 'none', attStmt: {}, authData: bytes }, with the length of the bytes in two.
      const attestationObject = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
        Buffer.from([0x59, data.length >> 8, data.length & 255]),
        data,
      ]);
      return answer({
        clientDataJSON: base64url(clientData('webauthn.create', challenge, origin)),
        attestationObject: base64url(attestationObject),
        transports: ['internal'],
      });
    },
    get({ challenge = '', rpId = '' }, origin, { verified = true, counter = ++uses } = {}) {
      const data = authData(rpId, verified ? present | verifiedFlag : present, counter);
      const client = clientData('webauthn.get', challenge, origin);
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      return answer({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      });
    },
  };
}
