import { isRef, type Node, type Scope, type Type, typeName } from '../feel/index.ts';
import type { Complain, Parse } from './compiling.ts';
import type { Kind } from './walls.ts';
import type { YamlPath } from './yaml.ts';

/** One equality of `match`. A declared word of the field may be written bare. */
export function matchPart(
  name: string,
  written: string,
  kind: Kind,
  path: YamlPath,
  scope: Scope,
  parse: Parse,
  complain: Complain,
): { field: string; type: Type; to: Node } | null {
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (!field || field.readable !== 'value') {
    complain(
      path,
      field
        ? {
            zh: `规则不得以${kind.name}.${name}对应：该栏目不得读取，请改用其他栏目。`,
            en: `no rule may match ${kind.name}.${name}: it is not to be read`,
          }
        : {
            zh: `登记信息${kind.name}没有栏目“${name}”：可用的栏目用 sallyport facts 查看。`,
            en: `a ${kind.name} has no field “${name}”; sallyport facts lists what there is`,
          },
    );
    return null;
  }
  const wall = scope.wall(kind, field);
  if (wall !== null) {
    complain(path, wall);
    return null;
  }
  const bare = written.replace(/^"(.*)"$/, '$1');
  const words = Object.keys(field.words ?? {});
  if (field.type === 'word' && (words.includes(bare) || (words.length === 0 && /^[a-z0-9.-]+$/.test(bare)))) {
    return {
      field: name,
      type: 'word',
      to: { form: 'literal', type: 'word', value: bare, nullable: false, from: 0, to: written.length },
    };
  }
  const type: Type = field.type === 'ref' ? { ref: field.to ?? '' } : field.type === 'text' ? 'string' : field.type;
  const to = parse(
    written,
    path,
    scope,
    (given) => (isRef(type) ? isRef(given) && given.ref === type.ref : given === type),
    isRef(type) ? typeName(type) : { zh: `与${kind.name}.${name}同类的值`, en: `a value like ${kind.name}.${name}` },
  );
  return to && { field: name, type, to };
}
