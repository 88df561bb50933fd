import { withoutEntities } from './office-content.ts';
import { readZipDirectory } from './zip-directory.ts';

/** What a reader of the document sees, and its title. */
const shown =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)|xl\/sharedstrings|xl\/worksheets\/[^/]+|docprops\/core)\.xml$/i;
/** Ends of paragraphs, of cells and of their texts: a mark never goes on behind one. */
const endOfLine = /<(?:\/w:p|\/si|\/is|\/v|w:br\/|w:cr\/)>|<\/dc:[a-z]+>/gi;
/** Of one part: what is larger is not read here, and the page says that not everything can be. */
const mostUnpacked = 64 * 2 ** 20;

/** The text of a DOCX or XLSX file, one line a paragraph or cell; a text that is written in pieces is put together again. */
export function officeText(file: Buffer): string {
  const parts = (readZipDirectory(file) ?? []).filter(({ name }) => shown.test(name));
  return parts
    .map(({ unpack }) => unpack(mostUnpacked)?.toString('utf8') ?? '')
    .map((xml) => withoutEntities(xml.replace(endOfLine, '\n').replace(/<[^>]*>/g, '')))
    .join('\n');
}
