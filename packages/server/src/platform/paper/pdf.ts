import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadFonts } from '@myriaddreamin/typst.ts';
import { CompileFormatEnum, createTypstCompiler, type TypstCompiler } from '@myriaddreamin/typst.ts/compiler';
import { type Matrix, qrOf } from '@sallyport/core/qr';
import { type Paper, type Part, rowsOfPairs } from './paper.ts';
import { paperWords } from './paper-words.ts';

const main = '/paper.typ';

const font = (weight: 'Regular' | 'Bold'): Uint8Array =>
  readFileSync(new URL(`../fonts/NotoSansHans-${weight}.otf`, import.meta.resolve('@embedpdf/fonts-sc')));

/** Everything from this machine: the compiler, the type and the sheet; none of it is asked of another host. */
async function createCompiler(): Promise<TypstCompiler> {
  const compiler = createTypstCompiler();
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')));
  await compiler.init({
    getModule: () => ({ module_or_path: wasm }),
    beforeBuild: [loadFonts([font('Regular'), font('Bold')], { assets: false })],
  });
  compiler.addSource(main, readFileSync(new URL('./paper.typ', import.meta.url), 'utf8'));
  return compiler;
}

let made: Promise<TypstCompiler> | undefined;

/** The same paper gives the same bytes: no date and no id of the moment goes in. */
export async function pdfOf(paper: Paper): Promise<Uint8Array> {
  made ??= createCompiler();
  const compiler = await made;
  const { result, diagnostics } = (await compiler.compile({
    mainFilePath: main,
    format: CompileFormatEnum.pdf,
    diagnostics: 'unix',
    inputs: { paper: quoted(paper, JSON.stringify(inputOf(paper))) },
  })) as { readonly result?: Uint8Array; readonly diagnostics?: readonly string[] };
  // The sheet is ours: a fault in it says where, and never what was to be printed.
  if (result === undefined) throw new Error(`paper.typ: ${(diagnostics ?? []).join('; ').slice(0, 300)}`);
  return result;
}

/** The type is a Chinese one, in which curved quotation marks take the room of a character: English is set with straight ones. */
const quoted = ({ language }: Paper, json: string): string =>
  language === 'zh' ? json : json.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '\\"');

const inputOf = (paper: Paper) => ({
  ...paper,
  words: paperWords[paper.language],
  parts: paper.parts.map(partOf),
  code: paper.code === null ? null : { caption: paper.code.caption, matrix: runsOf(qrOf(paper.code.text)) },
});

function partOf(part: Part) {
  if (part.part === 'pairs') return { part: part.part, rows: rowsOfPairs(part.pairs) };
  if (part.part === 'table') return { ...part, columns: part.columns.map((column) => ({ align: 'left', ...column })) };
  return part;
}

/** Each line as its dark runs: where one begins, and how long it is. */
const runsOf = (matrix: Matrix): (readonly [start: number, length: number])[][] =>
  matrix.map((line) =>
    [
      ...line
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map((run) => [run.index, run[0].length] as const),
  );
