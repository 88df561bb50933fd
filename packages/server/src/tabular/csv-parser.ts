import { limits } from './limits.ts';

export type CsvFault = 'unclosed-quote' | 'too-many-columns' | 'too-many-rows' | 'line-too-long';

/** What ends reading: the fault and the row it began in. */
export class CsvStop extends Error {
  readonly fault: CsvFault;
  readonly row: number;
  constructor(fault: CsvFault, row: number) {
    super(fault);
    this.fault = fault;
    this.row = row;
  }
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

export type CsvParser = {
  /** Takes the next piece of text. */
  push(text: string): void;
  end(): void;
};

/**
 * A CSV reader that may be given its text in any pieces (RFC 4180, with the line ends of all systems). It holds one row at most.
 * A quotation mark inside a cell that did not begin with one is text, as spreadsheets read it.
 */
export function createCsvParser(separator: string, onRow: (cells: string[], row: number) => void): CsvParser {
  const separatorCode = separator.charCodeAt(0);
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  /** The last character was a quotation mark inside a quoted cell: its end, or the first half of a doubled one. */
  let halfQuote = false;
  let afterReturn = false;
  let fresh = true;
  let row = 1;
  let started = 1;

  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    fresh = true;
    if (cells.length > limits.columns) throw new CsvStop('too-many-columns', started);
  };
  const endRow = (): void => {
    endCell();
    const done = cells;
    cells = [];
    if (row > limits.rows) throw new CsvStop('too-many-rows', row);
    onRow(done, started);
    row++;
    started = row;
  };
  const grow = (text: string): void => {
    cell += text;
    if (cell.length > limits.line) throw new CsvStop(quoted ? 'unclosed-quote' : 'line-too-long', started);
  };

  return {
    push(text) {
      let at = 0;
      while (at < text.length) {
        const code = text.charCodeAt(at);
        if (quoted && !halfQuote) {
          const closing = text.indexOf('"', at);
          const end = closing === -1 ? text.length : closing;
          grow(text.slice(at, end));
          halfQuote = closing !== -1;
          at = end + 1;
          continue;
        }
        if (halfQuote) {
          halfQuote = false;
          if (code === quote) {
            grow('"');
            at++;
            continue;
          }
          quoted = false;
        }
        if (afterReturn) {
          afterReturn = false;
          if (code === lineFeed) {
            at++;
            continue;
          }
        }
        if (code === separatorCode) {
          endCell();
          at++;
        } else if (code === lineFeed || code === carriageReturn) {
          endRow();
          afterReturn = code === carriageReturn;
          at++;
        } else if (code === quote && fresh) {
          quoted = true;
          fresh = false;
          at++;
        } else {
          let end = at + 1;
          while (end < text.length) {
            const next = text.charCodeAt(end);
            if (next === separatorCode || next === lineFeed || next === carriageReturn) break;
            end++;
          }
          fresh = false;
          grow(text.slice(at, end));
          at = end;
        }
      }
    },
    end() {
      if (quoted && !halfQuote) throw new CsvStop('unclosed-quote', started);
      if (cells.length > 0 || cell !== '' || !fresh) endRow();
    },
  };
}
