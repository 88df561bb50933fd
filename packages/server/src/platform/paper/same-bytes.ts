import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first day that a ZIP can name. */
const never = new Date(1980, 0, 1);

/** The same document gives the same bytes: the moment of making it stands in the properties and beside each part, and goes. */
export function withoutMoment(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const core = 'docProps/core.xml';
  const properties = parts[core];
  if (properties !== undefined)
    parts[core] = strToU8(strFromU8(properties).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''));
  return zipSync(
    Object.fromEntries(
      Object.entries(parts)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, bytes]) => [name, [bytes, { mtime: never }]] as const),
    ),
  );
}
