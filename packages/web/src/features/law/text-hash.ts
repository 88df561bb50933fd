/** As the program takes the hash of a text that was read. */
export const isTextHash = (text: string): boolean => /^sha256:[0-9a-f]{64}$/.test(text);

export async function hashOfFile(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
