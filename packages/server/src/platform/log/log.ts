import { type DestinationStream, destination as fileDescriptor, pino } from 'pino';
import { shapeOf } from './error-shape.ts';
import { allowed, eventOf, type LogFields } from './fields.ts';

/** Events are codes such as `database.ready`, not sentences: a sentence would carry values past the list of fields. */
export type Log = {
  readonly debug: (event: string, fields?: LogFields) => void;
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  /** The error's kind, code and stack; not its message. */
  readonly error: (event: string, error: unknown, fields?: LogFields) => void;
  readonly request: (line: RequestLine) => void;
};

export type RequestLine = Pick<LogFields, 'request' | 'action' | 'query' | 'code'> & {
  readonly method: string;
  /** The declared pattern; `null` when no route matched. */
  readonly route: string | null;
  readonly status: number;
  readonly ms: number;
  /**
   * `none`: no line at all, for requests whose very time would tell of a person. Lines stand in the order of time, so
   * that one without a time would still be dated by its neighbours.
   */
  readonly trace: 'line' | 'none';
};

type Options = {
  readonly level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly destination?: DestinationStream;
};

export function createLog({ level, now, destination }: Options): Log {
  const options = {
    level,
    // Neither the machine's name nor the process.
    base: null,
    timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  // Standard output is for what the program answers, such as its summary; written at once, so that the last line of a crash is there.
  const out = pino(options, destination ?? fileDescriptor({ fd: 2, sync: true }));
  const line =
    (at: 'debug' | 'info' | 'warn') =>
    (event: string, fields: LogFields = {}): void =>
      out[at](allowed(fields), eventOf(event));
  const info = line('info');
  return {
    debug: line('debug'),
    info,
    warn: line('warn'),
    error: (event, error, fields = {}) => out.error({ ...allowed(fields), error: shapeOf(error) }, eventOf(event)),
    request: ({ route, trace, ...fields }) => {
      if (trace === 'none') return;
      info('http.request', { ...fields, route: route ?? '/*' });
    },
  };
}
