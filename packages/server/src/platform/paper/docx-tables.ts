import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type ITableBordersOptions,
  LeaderType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { fonts, lines, millimetres, textWidth } from './docx-text.ts';
import { type Box, type Column, type Pair, type Paper, rowsOfPairs } from './paper.ts';
import { paperWords } from './paper-words.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const framed = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const bare = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const margins = { top: 70, bottom: 70, left: 110, right: 110 };
/** Of a list, whose columns are many: a head of two characters stands on one line in the narrowest. */
const narrow = { top: 50, bottom: 50, left: 60, right: 60 };

type Built = { readonly rows: TableRow[]; readonly widths: readonly number[]; readonly borders?: ITableBordersOptions };

const table = ({ rows, widths, borders = framed }: Built): Table =>
  new Table({
    rows,
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
  });

const cell = (
  children: Paragraph[],
  width: number,
  more: { readonly span?: number; readonly narrow?: true } = {},
): TableCell =>
  new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    margins: more.narrow === true ? narrow : margins,
    verticalAlign: VerticalAlign.CENTER,
    ...(more.span === undefined ? {} : { columnSpan: more.span }),
  });

const label = (said: string): Paragraph[] => [
  new Paragraph({ alignment: AlignmentType.CENTER, children: lines(said, 21) }),
];

export function pairsTable(pairs: readonly Pair[], paper: Paper): Table {
  const width = textWidth(paper);
  const first = millimetres(29);
  const rest = Math.floor(width / 2) - first;
  const value = (said: string): Paragraph[] => [new Paragraph({ children: lines(said, 21) })];
  const rows = rowsOfPairs(pairs).map((row) => {
    const [one, two] = row;
    const children =
      two === undefined
        ? [cell(label(one.label), first), cell(value(one.value), width - first, { span: 3 })]
        : [one, two].flatMap((pair) => [cell(label(pair.label), first), cell(value(pair.value), rest)]);
    return new TableRow({ cantSplit: true, height: { value: 480, rule: HeightRule.ATLEAST }, children });
  });
  return table({ rows, widths: [first, rest, first, rest] });
}

export function listTable(columns: readonly Column[], rows: readonly (readonly string[])[], paper: Paper): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((textWidth(paper) * share) / shares));
  const head = columns.map(({ head: said }, at) =>
    cell(
      [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: said, size: 20, bold: true, font: fonts.heading })],
        }),
      ],
      widths[at] ?? 0,
      { narrow: true },
    ),
  );
  const aligned = columns.map(
    ({ align }) => AlignmentType[align === 'center' ? 'CENTER' : align === 'right' ? 'RIGHT' : 'LEFT'],
  );
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((said, at) =>
          cell(
            [new Paragraph({ alignment: aligned[at] ?? AlignmentType.LEFT, children: lines(said, 20) })],
            widths[at] ?? 0,
            { narrow: true },
          ),
        ),
      }),
  );
  return table({ rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...body], widths });
}

export function boxesTable(boxes: readonly Box[], paper: Paper): Table {
  const words = paperWords[paper.language];
  const first = millimetres(29);
  const rest = textWidth(paper) - first;
  const rows = boxes.map(
    ({ label: said, sign, seal }) =>
      new TableRow({
        cantSplit: true,
        height: { value: millimetres(26), rule: HeightRule.ATLEAST },
        children: [
          cell(label(said), first),
          new TableCell({
            width: { size: rest, type: WidthType.DXA },
            margins,
            verticalAlign: VerticalAlign.BOTTOM,
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({
                    text: sign ? `${words.sign}${'　'.repeat(8)}${seal ? `${words.seal}　` : ''}${words.date}` : '',
                    size: 24,
                  }),
                ],
              }),
            ],
          }),
        ],
      }),
  );
  return table({ rows, widths: [first, rest] });
}

/** Beside each other without a frame. */
export function unframed(
  widths: readonly number[],
  cells: readonly Paragraph[][],
  verticalAlign: (typeof VerticalAlign)['CENTER' | 'BOTTOM'],
): Table {
  const children = cells.map(
    (paragraphs, at) =>
      new TableCell({ children: paragraphs, width: { size: widths[at] ?? 0, type: WidthType.DXA }, verticalAlign }),
  );
  return table({ rows: [new TableRow({ cantSplit: true, children })], widths, borders: bare });
}

export function signaturesTable(labels: readonly string[], paper: Paper): Table {
  const { colon } = paperWords[paper.language];
  const width = Math.floor(textWidth(paper) / labels.length);
  const gap = millimetres(5);
  return unframed(
    labels.map(() => width),
    labels.map((said) => [
      // As wide as what is left beside the label: a row of strokes would go on on a second line.
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width - gap, leader: LeaderType.UNDERSCORE }],
        children: [
          new TextRun({ text: `${said}${colon}`, size: 21 }),
          new TextRun({ children: [new Tab()], size: 21 }),
        ],
      }),
    ]),
    VerticalAlign.BOTTOM,
  );
}
