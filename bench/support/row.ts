/** One line of the result: a figure with the target it is held to, where it has one. */
export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string | null;
  readonly met: boolean | null;
  readonly note?: string;
};

const print = (row: Row): void =>
  void process.stdout.write(`${JSON.stringify({ ...row, value: Number(row.value.toPrecision(4)) })}\n`);

export const figure = (name: string, value: number, unit: string, note?: string): void =>
  print({ name, value, unit, target: null, met: null, ...(note === undefined ? {} : { note }) });

export const atLeast = (name: string, value: number, unit: string, least: number, note?: string): void =>
  print({ name, value, unit, target: `>= ${least}`, met: value >= least, ...(note === undefined ? {} : { note }) });

export const atMost = (name: string, value: number, unit: string, most: number, note?: string): void =>
  print({ name, value, unit, target: `<= ${most}`, met: value <= most, ...(note === undefined ? {} : { note }) });
