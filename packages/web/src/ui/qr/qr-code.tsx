import { codewordsOf, versionFor } from './codewords.ts';
import { matrixOf } from './matrix.ts';

type Props = { readonly text: string; readonly label: string };

/** Light around it, which readers need to find the code. */
const margin = 4;

/** A QR code drawn here: what it holds goes to no other program. Dark on white on a dark page as well, as many readers take nothing else. */
export function QrCode({ text, label }: Props) {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  const rows = matrixOf(codewordsOf(bytes, version), version);
  const size = version.size + 2 * margin;
  const path = rows
    .flatMap((line, row) => line.map((dark, column) => (dark ? `M${column + margin} ${row + margin}h1v1h-1z` : '')))
    .join('');
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
