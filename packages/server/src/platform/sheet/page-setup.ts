import { paperWords } from '../paper/paper-words.ts';
import type { Sheet } from './sheet.ts';

const inXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** In a foot `&` begins a code: `&P` is the number of the page. */
const inFoot = (text: string): string => text.replaceAll('&', '&&');

/**
 * How a sheet is printed: on A4, as wide as the paper, with the foot and the number of the page. The writer of workbooks has no word for
 * it; the places are those of the schema (ECMA-376, CT_Worksheet).
 */
export function pageSetup({ language, foot, orientation }: Sheet) {
  const [before, between, after] = paperWords[language].page.map(inFoot);
  const said = `&L${inFoot(foot)}&R${before}&P${between}&N${after}`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: () =>
            [
              '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
              `<pageSetup paperSize="9" orientation="${orientation}" fitToHeight="0"/>`,
              `<headerFooter><oddFooter>${inXml(said)}</oddFooter></headerFooter>`,
            ].join(''),
          transform: (xml: string) =>
            xml.replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews'),
        },
      },
    },
  };
}
