import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { limits } from './limits.ts';

export type WorkbookFault = 'not-a-workbook' | 'zip-bomb';

/**
 * Whether an XLSX file may be opened. Its list of contents is read first and refused when it promises too much; then every part
 * is unpacked to nowhere, because a list can lie. Only after that does a reader that keeps what it unpacks get to see the file.
 */
export async function checkWorkbook(bytes: Buffer): Promise<WorkbookFault | null> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch {
    return 'not-a-workbook';
  }
  try {
    const entries = await entriesOf(zip);
    if (entries === null) return 'not-a-workbook';
    if (promisesTooMuch(entries)) return 'zip-bomb';
    if (!entries.some(({ fileName }) => fileName === 'xl/workbook.xml')) return 'not-a-workbook';
    return await unpackToNowhere(zip, entries);
  } finally {
    zip.close();
  }
}

function entriesOf(zip: ZipFile): Promise<Entry[] | null> {
  return new Promise((resolve) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      // More than enough to be refused; the rest need not be read.
      if (entries.length > limits.entries) resolve(entries);
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => resolve(null));
    zip.readEntry();
  });
}

function promisesTooMuch(entries: readonly Entry[]): boolean {
  let unpacked = 0;
  for (const { compressedSize, uncompressedSize } of entries) {
    unpacked += uncompressedSize;
    if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio) return true;
  }
  return entries.length > limits.entries || unpacked > limits.unpacked;
}

/** Parts may overlap in the file, so that each is honest about itself and together they are a bomb: what comes out is counted. */
async function unpackToNowhere(zip: ZipFile, entries: readonly Entry[]): Promise<WorkbookFault | null> {
  let unpacked = 0;
  for (const entry of entries) {
    if (entry.isEncrypted()) return 'not-a-workbook';
    try {
      const stream = await zip.openReadStreamPromise(entry);
      for await (const piece of stream) {
        unpacked += (piece as Buffer).length;
        if (unpacked > limits.unpacked) return 'zip-bomb';
      }
    } catch (error) {
      // validateEntrySizes: the part holds more than the list says.
      return error instanceof Error && /too many bytes/i.test(error.message) ? 'zip-bomb' : 'not-a-workbook';
    }
  }
  return null;
}
