// What core needs of its surroundings, and every JavaScript runtime since 2018 has: declared here so that the published build is
// checked against this alone, and not against the types of Node or of a browser.

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer): string;
}
