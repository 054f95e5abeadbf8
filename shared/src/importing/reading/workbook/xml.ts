import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import { parser, type SAXParser } from 'sax';

/** What is done with the elements of a part, as they come. */
export interface XmlHandler {
  /** An element begins; its name without prefix where `keepPrefix` is not asked for. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text?(text: string): void;
}

/** A parser without entities of a document's own: nothing in it can grow. */
function newParser(handler: XmlHandler): SAXParser {
  const reader = parser(true, { trim: false, normalize: false, position: false });
  const handlers: Partial<SAXParser> = {
    onopentag: ({ name, attributes }) =>
      handler.open(plain(name), attributes as Readonly<Record<string, string>>),
    onclosetag: (name) => handler.close(plain(name)),
    ontext: (text) => handler.text?.(text),
    oncdata: (text) => handler.text?.(text),
    onerror: (error) => {
      throw error;
    },
  };
  Object.assign(reader, handlers);
  return reader;
}

/** A name without its prefix: which one stands for which namespace is the writer's choice. */
const plain = (name: string) => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | null {
  const direct = attributes[name];
  if (direct !== undefined) return direct;
  for (const [key, value] of Object.entries(attributes)) if (plain(key) === name) return value;
  return null;
}

/** Goes through a whole document. */
export function parseXml(text: string, handler: XmlHandler): void {
  newParser(handler).write(text).close();
}

/** Goes through a document as its bytes come; gives the turn back, with the bytes so far, after each piece. */
export async function* parseXmlStream(stream: Readable, handler: XmlHandler): AsyncGenerator<number> {
  const reader = newParser(handler);
  const decoder = new StringDecoder('utf8');
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += (chunk as Buffer).length;
      reader.write(decoder.write(chunk as Buffer));
      yield bytes;
    }
    reader.write(decoder.end()).close();
    yield bytes;
  } finally {
    stream.destroy();
  }
}
