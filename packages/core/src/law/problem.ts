/** Something wrong in a pack: where, and a sentence that says what to do. */
export type PackProblem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

export const formatProblem = ({ file, line, column, message }: PackProblem): string =>
  `${file}:${line}:${column}: ${message}`;
