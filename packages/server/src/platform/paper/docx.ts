import { qrOf } from '@sallyport/core/qr';
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
  VerticalAlign,
} from 'docx';
import { boxesTable, listTable, pairsTable, signaturesTable, unframed } from './docx-tables.ts';
import { fonts, lines, millimetres, textWidth } from './docx-text.ts';
import type { Paper, Part } from './paper.ts';
import { paperWords } from './paper-words.ts';
import { qrPicture } from './qr-picture.ts';
import { withoutMoment } from './same-bytes.ts';

/** A4 in twentieths of a point. */
const sheet = { width: 11_906, height: 16_838 };

/** Points of a QR code on the sheet: 24 mm at 96 to the inch. */
const codeSide = 91;

export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const children: FileChild[] = [...(await upperOf(paper)), ...paper.parts.flatMap((part) => partOf(part, paper))];
  const document = new Document({
    title: paper.title,
    creator: paper.unit,
    lastModifiedBy: paper.unit,
    styles: {
      default: { document: { run: { font: fonts.body, size: 24, language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...sheet,
              orientation: paper.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: millimetres(24),
              bottom: millimetres(22),
              left: millimetres(25),
              right: millimetres(22),
              footer: millimetres(12),
            },
          },
        },
        footers: { default: footOf(paper) },
        children,
      },
    ],
  });
  return withoutMoment(await Packer.toBuffer(document));
}

async function upperOf(paper: Paper): Promise<FileChild[]> {
  const names = [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 120 },
      children: [new TextRun({ text: paper.unit, size: 28 })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 120 },
      heading: 'Heading1',
      children: [new TextRun({ text: paper.title, size: 40, bold: true, color: '000000', font: fonts.title })],
    }),
  ];
  const below = paper.below.length === 0 ? [] : [belowOf(paper)];
  if (paper.code === null) return [...names, ...below];
  const picture = new ImageRun({
    type: 'png',
    data: await qrPicture(qrOf(paper.code.text), 8),
    transformation: { width: codeSide, height: codeSide },
    // With an id of its own: otherwise it counts up from one paper to the next.
    altText: { id: '1', name: 'QR', title: paper.code.caption, description: paper.code.caption },
  });
  const side = millimetres(28);
  const head = unframed(
    [side, textWidth(paper) - 2 * side, side],
    [
      [new Paragraph({ children: [] })],
      names,
      [
        new Paragraph({ alignment: AlignmentType.CENTER, children: [picture] }),
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: paper.code.caption, size: 15 })],
        }),
      ],
    ],
    VerticalAlign.CENTER,
  );
  return [head, ...below];
}

/** What stands below the title, from the left margin to the right one. */
function belowOf(paper: Paper): Paragraph {
  const last = paper.below.length - 1;
  const width = textWidth(paper);
  const stops = paper.below.slice(1).map((_, at) => ({
    type: at + 1 === last ? TabStopType.RIGHT : TabStopType.CENTER,
    position: Math.round((width * (at + 1)) / last),
  }));
  return new Paragraph({
    spacing: { before: 60, after: 100 },
    ...(last === 0 ? { alignment: AlignmentType.CENTER } : { tabStops: stops }),
    children: paper.below.map((said, at) => new TextRun({ size: 21, children: at === 0 ? [said] : [new Tab(), said] })),
  });
}

function footOf(paper: Paper): Footer {
  const [before, between, after] = paperWords[paper.language].page;
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth(paper) }],
        children: [
          new TextRun({
            size: 17,
            children: [paper.foot, new Tab(), before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  });
}

function partOf(part: Part, paper: Paper): (Paragraph | Table)[] {
  switch (part.part) {
    case 'pairs':
      return [pairsTable(part.pairs, paper), gap()];
    case 'table':
      return [listTable(part.columns, part.rows, paper), gap()];
    case 'boxes':
      return [boxesTable(part.boxes, paper), gap()];
    case 'signatures':
      return [gap(), signaturesTable(part.labels, paper)];
    case 'paragraph':
      return [paragraphOf(part.text, part.style, paper)];
  }
}

/** Two tables that touch would be one to a word processor. */
const gap = (): Paragraph => new Paragraph({ spacing: { line: 120, lineRule: 'exact' }, children: [] });

function paragraphOf(text: string, style: 'body' | 'heading' | 'note', { language }: Paper): Paragraph {
  if (style === 'heading')
    return new Paragraph({
      keepNext: true,
      spacing: { before: 160, after: 80 },
      children: [new TextRun({ text, bold: true, font: fonts.heading })],
    });
  if (style === 'note') return new Paragraph({ spacing: { after: 60 }, children: lines(text, 18) });
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: { line: 400, after: 80 },
    ...(language === 'zh' ? { indent: { firstLine: 480 } } : {}),
    children: lines(text, 24),
  });
}
