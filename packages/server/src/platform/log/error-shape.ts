export type ErrorShape = {
  readonly name: string;
  readonly code?: string;
  /** Names of PostgreSQL objects; its `detail` and `where` quote rows, so they are left out. */
  readonly constraint?: string;
  readonly table?: string;
  readonly frames: readonly string[];
  readonly cause?: ErrorShape;
};

/** A frame as V8 writes it. Lines of a message can look similar; without a file, a line and a column they are not taken. */
const frame = /^\s+at (?:.*[( ])?((?:file:|node:|\/|[A-Za-z]:\\)[^()]*:\d+:\d+)\)?$/;
const name = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
const code = /^[A-Za-z0-9_.-]{1,64}$/;

/** What an error may tell a log: where it arose and of which kind. Its message is left out, because messages quote values. */
export function shapeOf(error: unknown, depth = 0): ErrorShape {
  if (!(error instanceof Error)) return { name: `thrown ${typeof error}`, frames: [] };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    name: name.test(error.name) ? error.name : 'Error',
    ...word('code', code),
    ...word('constraint', constraint),
    ...word('table', table),
    frames: framesOf(error),
    ...(error.cause === undefined || depth >= 3 ? {} : { cause: shapeOf(error.cause, depth + 1) }),
  };
}

const word = (key: string, value: unknown): Record<string, string> =>
  typeof value === 'string' && code.test(value) ? { [key]: value } : {};

function framesOf({ stack = '', message, name }: Error): string[] {
  // The message stands first in the stack, over as many lines as it has.
  const head = `${name}: ${message}`;
  const rest = stack.startsWith(head) ? stack.slice(head.length) : stack;
  return rest
    .split('\n')
    .flatMap((line) => frame.exec(line)?.[1] ?? [])
    .slice(0, 20)
    .map(fromProgram);
}

/** The path within the program: the folders above it are the operator's and often hold a person's name. */
const fromProgram = (place: string): string => place.replace(/^.*?[/\\](?=(?:packages|node_modules)[/\\])/, '');
