import type { Vocabulary } from '../../facts/index.ts';
import type { KernelFacts, KernelWriter, Node } from '../../feel/index.ts';
import type { Rule, Variant } from '../../law/index.ts';
import type { DutyLayout } from './columns.ts';
import type { Applies } from './write-applies.ts';

/** What the parts of a rule's code have in common. */
export type Whole = {
  readonly rule: Rule;
  readonly layout: DutyLayout;
  readonly writer: KernelWriter;
  readonly facts: KernelFacts;
  readonly vocabulary: Vocabulary;
  readonly applies: Applies;
  readonly chosen: string | null;
  readonly pick: (part: (variant: Variant) => Node | null, none: string) => string;
  readonly on: string;
  readonly code: (node: Node) => string;
};
