import { Parser } from 'saxen';

export type Element = {
  /** Without its prefix: tools choose prefixes as they like. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

const deepest = 60;
const most = 50_000;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * A small XML file as a tree; null where it is none. A document type is refused whole: entities that fetch a file of this machine or grow without
 * end begin there (XXE, "billion laughs"), and no manifest needs one.
 */
export function readXml(text: string): Element | null {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let failed = false;
  let seen = 0;
  const parser = new Parser();
  const fail = (): void => {
    failed = true;
    parser.stop();
  };
  const top = (): Element => open.at(-1) ?? root;
  parser.on('attention', fail);
  parser.on('error', fail);
  parser.on('openTag', (name, attributesOf, decode) => {
    seen += 1;
    if (seen > most || open.length > deepest) return fail();
    const attributes = Object.fromEntries(
      Object.entries(attributesOf()).map(([key, value]) => [local(key).toLowerCase(), decode(value)]),
    );
    const element = { name: local(name).toLowerCase(), attributes, children: [], text: '' };
    top().children.push(element);
    open.push(element);
  });
  parser.on('closeTag', () => void open.pop());
  parser.on('text', (piece, decode) => {
    top().text += decode(piece);
  });
  parser.on('cdata', (piece) => {
    top().text += piece;
  });
  parser.parse(text.replace(/^\ufeff/, ''));
  const [element] = root.children;
  return failed || open.length !== 1 || root.children.length !== 1 || element === undefined ? null : element;
}

export const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.name === name);

/** All of that name below, at any depth. */
export const allWithin = (element: Element, name: string): readonly Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allWithin(child, name)]);
