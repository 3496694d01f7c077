/** The part of saxen that is used here; the package brings no types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    on(
      name: 'openTag',
      hear: (
        name: string,
        attributes: () => Readonly<Record<string, string>>,
        decode: Decode,
      ) => void,
    ): this;
    on(name: 'closeTag', hear: (name: string) => void): this;
    on(name: 'text', hear: (text: string, decode: Decode) => void): this;
    on(name: 'cdata', hear: (text: string) => void): this;
    on(name: 'error', hear: (error: Error) => void): this;
    write(xml: string): this;
    end(): Error | undefined;
  }
}
