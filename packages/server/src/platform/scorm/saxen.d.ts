declare module 'saxen' {
  type Decode = (text: string) => string;
  /** The part of it that is used: without namespaces, so that names come with the prefix the file gives them. */
  export class Parser {
    on(event: 'openTag', heard: (name: string, attributes: () => Record<string, string>, decode: Decode) => void): this;
    on(event: 'closeTag', heard: (name: string) => void): this;
    on(event: 'text', heard: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', heard: (text: string) => void): this;
    on(event: 'attention', heard: (text: string) => void): this;
    on(event: 'error', heard: (error: Error) => void): this;
    stop(): void;
    parse(xml: string): this;
  }
}
