/**
 * The origins of our own pages. Without a public address the program is reached on this machine, by whichever of its names somebody types;
 * the first is where passkeys and the provider's answers belong, because an address of numbers can have no passkey.
 */
export const ownOrigins = (publicUrl: string | null, port: number): readonly string[] =>
  publicUrl === null
    ? ['localhost', '127.0.0.1', '[::1]'].map((name) => new URL(`http://${name}:${port}`).origin)
    : [publicUrl];
