import { type Document, isCollection, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { alternativesOf, issueWords, syntaxWords, tooDeep } from './issue-words.ts';
import type { PackProblem } from './problem.ts';
import type { Bilingual } from './rule.ts';

export type YamlPath = readonly (string | number)[];

const largest = 2_000_000;

/** One bracket left open gives an error for each line after it: the first ones tell where to look. */
const mostErrors = 20;

const andMore = (count: number): Bilingual => ({
  zh: `此后还有${count}处：请先改正前面的，再检查一次。`,
  en: `${count} more from here on; correct those before and check again`,
});
/** What the sentences of the schema name. */
const packGuide = 'docs/packs.md';

/** What faultless texts say, so that they need not be parsed again: places are looked for only where something is wrong. */
export type TextMemory = {
  /** Undefined for a text that is not known. */
  recall(this: void, text: string): unknown;
  keep(this: void, text: string, data: unknown): void;
};

const noAliases: Bilingual = {
  zh: '规则包中不使用锚点和别名：请把值直接写出。',
  en: 'anchors and aliases are not used in packs; write the value out',
};

/** One YAML file with the place of every value in it. */
export class YamlFile {
  readonly name: string;
  readonly problems: PackProblem[] = [];
  readonly #text: string;
  readonly #memory: TextMemory | null;
  readonly #guide: string;
  readonly #lines = new LineCounter();
  #parsed: Document.Parsed | null = null;
  readonly #known: unknown;

  /** `guide` is the page that lists the keys of such a file. */
  constructor(name: string, text: string, memory: TextMemory | null = null, guide = packGuide) {
    this.name = name;
    this.#guide = guide;
    const unreadable = whyUnreadable(text);
    if (unreadable !== null) this.problems.push({ file: name, ...unreadable });
    this.#text = unreadable === null ? text : '';
    this.#memory = memory;
    this.#known = memory?.recall(this.#text);
    if (this.#known !== undefined) return;
    const errors = [...this.#document.errors, ...this.#document.warnings];
    for (const error of errors.slice(0, mostErrors)) this.#at(error.pos[0], syntaxWords(error));
    const left = errors.length - mostErrors;
    if (left > 0) this.#at(errors[mostErrors]?.pos[0] ?? 0, andMore(left));
  }

  get #document(): Document.Parsed {
    this.#parsed ??= parseDocument(this.#text, {
      lineCounter: this.#lines,
      prettyErrors: false,
      uniqueKeys: true,
      version: '1.2',
    });
    return this.#parsed;
  }

  /** The value as plain data, checked against a schema; null when it does not fit, with the problems noted. */
  read<T>(schema: z.ZodType<T>): T | null {
    if (this.problems.length > 0) return null;
    let data = this.#known;
    try {
      if (data === undefined) {
        // Aliases could unfold into gigabytes; packs need none.
        data = this.#document.toJS({ maxAliasCount: 0 });
        this.#memory?.keep(this.#text, data);
      }
    } catch (error) {
      const message = error instanceof RangeError ? tooDeep : noAliases;
      this.problems.push({ file: this.name, line: 1, column: 1, message });
      return null;
    }
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    for (const issue of result.error.issues) this.#issue(issue, data);
    return null;
  }

  /** Notes a problem at the value of a path, plus an offset inside its text. */
  fault(path: YamlPath, message: Bilingual, offset = 0): void {
    const node = this.#nodeAt(path);
    const quote = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') ? 1 : 0;
    const start = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    this.#at(start + (offset > 0 ? offset + quote : 0), message);
  }

  #issue(issue: z.core.$ZodIssue, data: unknown): void {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) this.#atKey(path, key);
      return;
    }
    const value = valueAt(data, path);
    if (value === undefined && path.length > 0) {
      this.fault(path.slice(0, -1), missing(String(path.at(-1))));
      return;
    }
    if (issue.code === 'invalid_union' && !alternativesOf(issue) && issue.errors.length > 0) {
      const inner = issue.errors.toSorted((a, b) => deepest(b) - deepest(a))[0] ?? [];
      for (const part of inner) this.#issue({ ...part, path: [...path, ...part.path] }, data);
      return;
    }
    this.fault(path, issueWords(issue, value));
  }

  #atKey(path: YamlPath, key: string): void {
    const node = this.#nodeAt(path);
    const pair =
      isCollection(node) && 'items' in node
        ? node.items.find(
            (item) => typeof item === 'object' && item !== null && 'key' in item && String(item.key) === key,
          )
        : undefined;
    const start =
      pair && typeof pair === 'object' && 'key' in pair && isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    this.#at(start, {
      zh: `此处不能有“${key.slice(0, 60)}”：可用的键见docs/packs.md。`,
      en: `“${key.slice(0, 60)}” is no key that belongs here; docs/packs.md lists the keys`,
    });
  }

  /** The node at a path, or the nearest one above it. */
  #nodeAt(path: YamlPath): unknown {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? this.#document.contents : this.#document.getIn(path.slice(0, length), true);
      if (isNode(node)) return node;
    }
    return null;
  }

  #at(offset: number, message: Bilingual): void {
    const { line, col } = this.#lines.linePos(offset);
    this.problems.push({
      file: this.name,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      // Keys of a file may hold half of a surrogate pair, which no terminal shows.
      message: { zh: this.#said(message.zh), en: this.#said(message.en) },
    });
  }

  #said(sentence: string): string {
    return sentence.replace(packGuide, this.#guide).toWellFormed();
  }
}

/** A text that is not parsed at all, and where it shows. */
function whyUnreadable(text: string): Omit<PackProblem, 'file'> | null {
  if (text.length > largest)
    return {
      line: 1,
      column: 1,
      message: {
        zh: `文件超过${largest}个字符：请拆成几个文件。`,
        en: `longer than ${largest} characters; split the file`,
      },
    };
  // What a decoder puts where bytes are no UTF-8: the text is not the one that was written.
  const foreign = text.indexOf('\u{FFFD}');
  if (foreign === -1) return null;
  const before = text.slice(0, foreign);
  return {
    line: before.split('\n').length,
    column: foreign - before.lastIndexOf('\n'),
    message: { zh: '文件编码不是UTF-8：请另存为UTF-8。', en: 'the file is not in UTF-8; save it as UTF-8' },
  };
}

const missing = (key: string): Bilingual => ({
  zh: `此处缺少“${key}”：请补上。`,
  en: `“${key}” is missing here; add it`,
});

function valueAt(data: unknown, path: YamlPath): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

const deepest = (issues: readonly { path: readonly PropertyKey[] }[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length));
