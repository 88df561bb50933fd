import type { Node, Scope, Type } from '../feel/index.ts';
import type { PackText } from './read-pack.ts';
import type { Bilingual } from './rule.ts';
import type { Clause, SettingText } from './schema.ts';
import type { Vocabulary } from './walls.ts';
import type { YamlPath } from './yaml.ts';

/** What a rule is compiled against. */
export type Surroundings = {
  readonly vocabulary: Vocabulary;
  readonly clauses: ReadonlyMap<string, { readonly clause: Clause; readonly pack: PackText }>;
  readonly settings: ReadonlyMap<string, SettingText>;
};

/** Says where something is wrong: a path in the file and a sentence in both languages. */
export type Complain = (path: YamlPath, message: Bilingual, offset?: number) => void;

/** The same for what is wrong between expressions, which has no place inside one. */
export type Fault = (path: YamlPath, message: Bilingual) => void;

/** Parses one expression of a rule; complains and gives null when it is refused or of the wrong type. */
export type Parse = (
  text: string | undefined,
  path: YamlPath,
  scope: Scope,
  accept: (type: Type) => boolean,
  wanted: Bilingual,
) => Node | null;
