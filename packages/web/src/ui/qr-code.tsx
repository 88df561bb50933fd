import { qrMargin, qrOf, qrPath } from '@sallyport/core/qr';

type Props = { readonly text: string; readonly label: string };

/** A QR code drawn here: what it holds goes to no other program. Dark on white on a dark page as well, as many readers take nothing else. */
export function QrCode({ text, label }: Props) {
  const matrix = qrOf(text);
  const size = matrix.length + 2 * qrMargin;
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={qrPath(matrix)} fill="#000" />
    </svg>
  );
}
