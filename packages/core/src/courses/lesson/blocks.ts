import type { Method } from '../methods.ts';

/** A piece of a line: what it says, and what it is. A lesson has no other links than those to clauses. */
export type Inline =
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'strong'; readonly text: string }
  | { readonly form: 'clause'; readonly text: string; readonly clause: string };

export type Line = readonly Inline[];

type Placed = { readonly line: number };

export type Block = Placed &
  (
    | { readonly form: 'heading'; readonly level: 2 | 3; readonly text: Line }
    | { readonly form: 'paragraph'; readonly text: Line }
    | { readonly form: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
    | { readonly form: 'picture'; readonly path: string; readonly alt: string }
    | { readonly form: 'scenario'; readonly method: Method; readonly blocks: readonly Block[] }
  );

export type LessonText = { readonly title: string; readonly blocks: readonly Block[] };

export const linesOf = (block: Block): readonly Line[] =>
  block.form === 'list'
    ? block.items
    : block.form === 'scenario'
      ? block.blocks.flatMap(linesOf)
      : block.form === 'picture'
        ? [[{ form: 'text', text: block.alt }]]
        : [block.text];

export const plain = (line: Line): string => line.map(({ text }) => text).join('');

export const clausesOf = (blocks: readonly Block[]): string[] =>
  blocks
    .flatMap(linesOf)
    .flat()
    .flatMap((piece) => (piece.form === 'clause' ? [piece.clause] : []));

export const picturesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.form === 'picture' ? [block.path] : block.form === 'scenario' ? picturesOf(block.blocks) : [],
  );
